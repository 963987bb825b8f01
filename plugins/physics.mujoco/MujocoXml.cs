using System.Globalization;
using System.Text;
using System.Xml;
using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Plugins.PhysicsMujoco;

/// <summary>A world in the library's language, MJCF. Things go by their place: b0, j0, g0_0, e0_0.</summary>
internal sealed class MujocoXml(MujocoParameters parameters, WorldDescription description, MujocoTree tree)
{
    /// <summary>A kinematic body is as good as unmoved by what it meets: so many times heavier than all others.</summary>
    private const double Heavy = 1e6;

    // From here on Newton's method, whose rounds grow as the third power of what touches, takes longer than conjugate gradients.
    private const int ManyBodies = 40;

    // Axes of the library's shapes are along z, the contract's along y.
    private static readonly Quaterniond s_upright = Quaterniond.FromAxisAngle(Vector3d.UnitX, -Math.PI / 2);

    /// <summary>Of every kinematic body, kg.</summary>
    public double KinematicKilograms { get; } = Heavy * Math.Max(1, description.Bodies.Where(body => body.Motion == BodyMotion.Dynamic).Sum(body => body.Mass!.Kilograms));

    private bool IsNewton => parameters.Solver == MujocoSolver.Newton
        || (parameters.Solver == MujocoSolver.Auto && description.Bodies.Count(body => body.Motion == BodyMotion.Dynamic) < ManyBodies);

    /// <summary>The text.</summary>
    /// <param name="contacts">How many it has room for.</param>
    public string Write(int contacts)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new() { OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("mujoco");
            Element(writer, "compiler", ("angle", "radian"), ("inertiafromgeom", "false"), ("boundmass", "0"));
            Options(writer);
            Element(writer, "size", ("nconmax", Text(contacts)), ("njmax", Text((3 * contacts) + (8 * description.Joints.Count))));
            Assets(writer);
            writer.WriteStartElement("worldbody");
            Bodies(writer, null, Pose.Identity);
            writer.WriteEndElement();
            Equalities(writer);
            writer.WriteEndElement();
        }

        return text.ToString();
    }

    private void Options(XmlWriter writer)
    {
        writer.WriteStartElement("option");
        Attributes(
            writer, ("timestep", Text(description.StepSeconds)), ("gravity", Text(description.Gravity)), ("integrator", "Euler"), ("cone", "elliptic"),
            ("solver", IsNewton ? "Newton" : "CG"), ("iterations", Text(parameters.Iterations)),
            ("tolerance", Text(parameters.Tolerance)), ("impratio", Text(parameters.FrictionStiffness)));
        Element(writer, "flag", ("multiccd", "enable"));
        writer.WriteEndElement();
        string time = $"{Text(Math.Max(parameters.ContactTime, 2 * description.StepSeconds))} 1", share = Text(IsNewton ? parameters.Hardness : parameters.CgHardness), hardness = $"{share} {share} 0.001 0.5 2";
        writer.WriteStartElement("default");
        Element(writer, "geom", ("condim", "3"), ("solref", time), ("solimp", hardness));
        Element(writer, "joint", ("solreflimit", time), ("solimplimit", hardness));
        Element(writer, "equality", ("solref", time), ("solimp", hardness));
        writer.WriteEndElement();
    }

    private void Assets(XmlWriter writer)
    {
        writer.WriteStartElement("asset");
        foreach ((int body, int place, ConvexHullCollider hull) in description.Bodies.SelectMany((body, i) => body.Colliders.Select((collider, k) => (i, k, collider)).Where(one => one.collider is ConvexHullCollider)
            .Select(one => (one.i, one.k, (ConvexHullCollider)one.collider))))
        {
            Element(writer, "mesh", ("name", $"m{body}_{place}"), ("vertex", string.Join(' ', hull.Vertices.Select(Text))));
        }

        writer.WriteEndElement();
    }

    private void Bodies(XmlWriter writer, int? parent, Pose around)
    {
        foreach (int body in tree.ChildrenOf(parent))
        {
            Pose frame = tree.Frame(body), local = around.Inverse() * frame;
            writer.WriteStartElement("body");
            Attributes(writer, ("name", $"b{body}"), ("pos", Text(local.Position)), ("quat", Text(local.Rotation)));
            Freedom(writer, body);
            Inertia(writer, description.Bodies[body]);
            for (int i = 0; i < description.Bodies[body].Colliders.Count; i++)
            {
                Geometry(writer, body, i);
            }

            Bodies(writer, body, frame);
            writer.WriteEndElement();
        }
    }

    private void Freedom(XmlWriter writer, int body)
    {
        if (description.Bodies[body].Motion == BodyMotion.Static) return;
        if (tree.JointOf(body) is not { } index)
        {
            Element(writer, "freejoint", ("name", $"f{body}"));
            return;
        }

        JointDescription joint = description.Joints[index];
        if (joint.Type == JointType.Fixed) return;
        writer.WriteStartElement("joint");
        string type = joint.Type switch { JointType.Revolute => "hinge", JointType.Prismatic => "slide", _ => "ball" };
        Attributes(writer, ("name", $"j{index}"), ("type", type), ("pos", Text(joint.Anchor - description.Bodies[body].Mass!.Centre)), ("axis", Text(joint.Axis.Normalized())));
        if (joint.Servo is { } servo) Attributes(writer, servo.MaximumForce is { } most ? ("frictionloss", Text(most)) : ("damping", Text(MujocoJoints.DampingOf(servo, description.StepSeconds))));
        if (joint.Lower is not null || joint.Upper is not null)
        {
            Attributes(writer, ("limited", "true"), ("range", $"{Text(joint.Lower ?? -1e9)} {Text(joint.Upper ?? 1e9)}"));
        }

        writer.WriteEndElement();
    }

    private void Inertia(XmlWriter writer, BodyDescription body)
    {
        if (body.Motion == BodyMotion.Static) return;
        (double kilograms, Vector3d moments, Quaterniond axes) = body is { Motion: BodyMotion.Dynamic, Mass: { } mass }
            ? (mass.Kilograms, mass.Moments, mass.Axes.Normalized())
            : (KinematicKilograms, KinematicKilograms * new Vector3d(1, 1, 1), Quaterniond.Identity);
        Element(writer, "inertial", ("pos", "0 0 0"), ("quat", Text(axes)), ("mass", Text(kilograms)), ("diaginertia", Text(moments)));
    }

    private void Geometry(XmlWriter writer, int body, int place)
    {
        BodyDescription described = description.Bodies[body];
        Collider collider = described.Colliders[place];
        (string type, string? size) = collider switch
        {
            PlaneCollider => ("plane", "0 0 1"),
            SphereCollider sphere => ("sphere", Text(sphere.Radius)),
            BoxCollider box => ("box", Text(0.5 * box.Size)),
            CapsuleCollider capsule => ("capsule", $"{Text(capsule.Radius)} {Text(capsule.Height / 2)}"),
            CylinderCollider cylinder => ("cylinder", $"{Text(cylinder.Radius)} {Text(cylinder.Height / 2)}"),
            ConvexHullCollider => ("mesh", (string?)null),
            _ => throw new PhysicsException($"The body \"{described.Name}\" has a triangle mesh, and MuJoCo takes convex shapes only. Convex hulls of its parts, or physics.ode, are expected."),
        };
        Quaterniond own = collider is PlaneCollider or CapsuleCollider or CylinderCollider ? s_upright : Quaterniond.Identity;
        Pose local = collider.Pose with { Rotation = collider.Pose.Rotation.Normalized() * own, Position = collider.Pose.Position - (described.Mass?.Centre ?? default) };
        bool isDynamic = described.Motion == BodyMotion.Dynamic;
        writer.WriteStartElement("geom");
        Attributes(
            writer, ("name", $"g{body}_{place}"), ("type", type), (size is null ? "mesh" : "size", size ?? $"m{body}_{place}"), ("pos", Text(local.Position)), ("quat", Text(local.Rotation)),
            ("contype", Text(MujocoBody.ContactType(isDynamic))), ("conaffinity", Text(MujocoBody.ContactAffinity(isDynamic))));
        writer.WriteEndElement();
    }

    private void Equalities(XmlWriter writer)
    {
        writer.WriteStartElement("equality");
        for (int i = 0; i < description.Joints.Count; i++)
        {
            if (description.Joints[i] is { Releasable: true, Type: not JointType.Free } joint) Equality(writer, i, joint);
        }

        writer.WriteEndElement();
    }

    // A hinge is held in two points of its axis.
    private void Equality(XmlWriter writer, int index, JointDescription joint)
    {
        if (joint.Lower is not null || joint.Upper is not null)
        {
            throw new PhysicsException($"The joint \"{joint.Name}\" is releasable and has limits, and MuJoCo limits only joints for ever. No limits, or physics.ode, are expected.");
        }

        int child = description.BodyIndex(joint.Child);
        Vector3d anchor = joint.Anchor - description.Bodies[child].Mass!.Centre, half = joint.Type == JointType.Revolute ? 0.1 * joint.Axis.Normalized() : default;
        Vector3d[] points = joint.Type switch { JointType.Fixed => [default], JointType.Revolute => [anchor - half, anchor + half], _ => [anchor] };
        for (int i = 0; i < points.Length; i++)
        {
            writer.WriteStartElement(joint.Type == JointType.Fixed ? "weld" : "connect");
            Attributes(writer, ("name", $"e{index}_{i}"), ("body1", $"b{child}"), ("active", joint.Enabled ? "true" : "false"));
            if (joint.Parent is { } parent) Attributes(writer, ("body2", $"b{description.BodyIndex(parent)}"));
            if (joint.Type != JointType.Fixed) Attributes(writer, ("anchor", Text(points[i])));
            writer.WriteEndElement();
        }
    }

    private static void Element(XmlWriter writer, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.WriteStartElement(name);
        Attributes(writer, attributes);
        writer.WriteEndElement();
    }

    private static void Attributes(XmlWriter writer, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach ((string name, string value) in attributes)
        {
            writer.WriteAttributeString(name, value);
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(Vector3d v) => $"{Text(v.X)} {Text(v.Y)} {Text(v.Z)}";

    private static string Text(Quaterniond q) => $"{Text(q.W)} {Text(q.X)} {Text(q.Y)} {Text(q.Z)}";
}
