using SensorSim.Geometry;
using SensorSim.Plugins;
using static System.FormattableString;

namespace SensorSim.Physics;

/// <summary>What no backend can build: looked for once, so that every backend refuses the same.</summary>
internal static class WorldProblems
{
    /// <summary>Rounding of three moments that make a flat body.</summary>
    private const double FlatTolerance = 1e-9;

    public static IEnumerable<string> In(WorldDescription world)
    {
        if (!world.Gravity.IsFinite) yield return Invariant($"The gravity is {Show(world.Gravity)} m/s²; three finite numbers are expected.");
        if (!(world.StepSeconds > 0 && world.StepSeconds <= 1)) yield return Invariant($"The step is {world.StepSeconds} s; a time above 0 and up to 1 s is expected.");
        if (!(world.RestitutionSpeed >= 0 && double.IsFinite(world.RestitutionSpeed))) yield return Invariant($"The restitution speed is {world.RestitutionSpeed} m/s; 0 or more is expected.");
        foreach (string problem in Names("body", world.Bodies.Select(body => body.Name)).Concat(Names("joint", world.Joints.Select(joint => joint.Name)))
            .Concat(world.Bodies.SelectMany(Body)).Concat(world.Joints.SelectMany(joint => Joint(world, joint))))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Names(string kind, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (name.Length == 0) yield return $"A {kind} has no name; each has one of its own.";
            else if (!seen.Add(name)) yield return $"Two {(kind == "body" ? "bodies" : "joints")} are called \"{name}\"; each has a name of its own.";
        }
    }

    private static IEnumerable<string> Body(BodyDescription body)
    {
        string the = $"The body \"{body.Name}\"";
        if (!IsPose(body.Pose)) yield return $"{the}: its pose is {Show(body.Pose)}; a finite position and a quaternion of length 1 are expected.";
        if (!body.LinearVelocity.IsFinite || !body.AngularVelocity.IsFinite) yield return $"{the}: its velocity is {Show(body.LinearVelocity)} m/s and {Show(body.AngularVelocity)} rad/s; finite numbers are expected.";
        if (!double.IsFinite(body.GravityFactor)) yield return Invariant($"{the}: its gravity factor is {body.GravityFactor}; a finite number is expected, 1 of one that falls as others do.");
        if (body.Surface.Friction is var friction && !(friction >= 0 && double.IsFinite(friction))) yield return Invariant($"{the}: its friction is {friction}; 0 or more is expected.");
        if (body.Surface.Restitution is var restitution && !(restitution >= 0 && restitution <= 1)) yield return Invariant($"{the}: its restitution is {restitution}; 0 to 1 is expected.");
        foreach (string problem in (body.Motion == BodyMotion.Dynamic ? Mass(body.Mass) : []).Concat(body.Colliders.SelectMany(collider => Shape(body, collider))))
        {
            yield return $"{the}: {problem}.";
        }
    }

    private static IEnumerable<string> Shape(BodyDescription body, Collider collider)
    {
        if (collider.Problem is { } problem) yield return problem;
        if (!IsPose(collider.Pose)) yield return $"the pose of a collider is {Show(collider.Pose)}; a finite position and a quaternion of length 1 are expected";
        if (body.Motion != BodyMotion.Static && collider is (PlaneCollider or TriangleMeshCollider))
        {
            yield return $"a {(collider is PlaneCollider ? "plane" : "triangle mesh")} is for static bodies, and it is {body.Motion.ToString().ToLowerInvariant()}; a convex hull (or several), a box, sphere, capsule or cylinder is expected";
        }
    }

    private static IEnumerable<string> Mass(MassDescription? mass)
    {
        if (mass is null)
        {
            yield return "it is dynamic and has no mass; a mass in kg with moments of inertia is expected";
            yield break;
        }

        Vector3d m = mass.Moments;
        double largest = Math.Max(m.X, Math.Max(m.Y, m.Z)), sum = m.X + m.Y + m.Z;
        if (!(mass.Kilograms > 0 && double.IsFinite(mass.Kilograms))) yield return Invariant($"its mass is {mass.Kilograms} kg; a mass above 0 is expected");
        if (!mass.Centre.IsFinite || !IsUnit(mass.Axes)) yield return $"its centre of mass is {Show(mass.Centre)} m with axes {Show(mass.Axes)}; finite numbers and a quaternion of length 1 are expected";
        if (!m.IsFinite || m.X <= 0 || m.Y <= 0 || m.Z <= 0) yield return $"its moments of inertia are {Show(m)} kg m²; three numbers above 0 are expected";
        else if (largest > (sum - largest) * (1 + FlatTolerance)) yield return $"its moments of inertia are {Show(m)} kg m²; the largest of three is at most the sum of the others, or no mass could be spread so";
    }

    private static IEnumerable<string> Joint(WorldDescription world, JointDescription joint)
    {
        string the = $"The joint \"{joint.Name}\"";
        string[] names = [.. world.Bodies.Select(body => body.Name)];
        BodyDescription? child = world.Bodies.FirstOrDefault(body => body.Name == joint.Child);
        if (child is null) yield return $"{the}: there is no body \"{joint.Child}\".{NearestName.Hint(joint.Child, names)}";
        else if (child.Motion != BodyMotion.Dynamic) yield return $"{the}: its child \"{joint.Child}\" is {child.Motion.ToString().ToLowerInvariant()}; a dynamic body is expected.";
        if (joint.Parent is { } parent && !names.Contains(parent, StringComparer.Ordinal)) yield return $"{the}: there is no body \"{parent}\".{NearestName.Hint(parent, names)}";
        if (joint.Parent == joint.Child) yield return $"{the}: it connects \"{joint.Child}\" with itself; two bodies are expected.";
        if (!joint.Anchor.IsFinite) yield return $"{the}: its anchor is {Show(joint.Anchor)}; three finite numbers are expected.";
        if (!joint.Axis.IsFinite || joint.Axis.Length < 1e-9) yield return $"{the}: its axis is {Show(joint.Axis)}; a direction is expected.";
        if (!joint.Enabled && !joint.Releasable) yield return $"{the}: it does not hold and is not releasable; releasable is expected of one that does not hold at the beginning.";
        if (Servo(joint) is { } wrong) yield return $"{the}: {wrong}.";
        if (Limits(joint) is { } problem) yield return $"{the}: {problem}.";
    }

    private static string? Servo(JointDescription joint) => joint.Servo is not { } servo ? null
        : joint.Type is not (JointType.Revolute or JointType.Prismatic) ? $"a {joint.Type.ToString().ToLowerInvariant()} joint has no servo"
        : joint.Releasable ? "it is releasable and has a servo; one of both is expected"
        : !(servo.Stiffness >= 0 && servo.Damping >= 0 && servo.Stiffness + servo.Damping > 0 && double.IsFinite(servo.Stiffness + servo.Damping)) ? Invariant($"its servo has the stiffness {servo.Stiffness} and the damping {servo.Damping}; numbers of 0 or more are expected, and one above 0")
        : servo.MaximumForce is { } most && !(most > 0 && double.IsFinite(most)) ? Invariant($"its servo gives {most} at most; a force above 0 is expected, or none for one without limit")
        : !double.IsFinite(servo.Target + servo.TargetVelocity) ? Invariant($"its servo has the target {servo.Target} at {servo.TargetVelocity} a second; finite numbers are expected")
        : null;

    private static string? Limits(JointDescription joint)
    {
        (double lower, double upper) = (joint.Lower ?? double.NegativeInfinity, joint.Upper ?? double.PositiveInfinity);
        bool isLimited = joint.Lower is not null || joint.Upper is not null;
        return !isLimited ? null
            : joint.Type is not (JointType.Revolute or JointType.Prismatic) ? $"a {joint.Type.ToString().ToLowerInvariant()} joint has no limits"
            : !(lower <= 0 && upper >= 0) ? Invariant($"its limits are {lower} to {upper}; 0, where the bodies are described, is expected between them")
            : joint.Type == JointType.Revolute && (joint.Lower <= -Math.PI || joint.Upper >= Math.PI) ? Invariant($"its limits are {lower} to {upper} rad; angles between −π and π are expected")
            : null;
    }

    private static bool IsPose(Pose pose) => pose.Position.IsFinite && IsUnit(pose.Rotation);

    private static bool IsUnit(Quaterniond q) => Math.Abs((q.X * q.X) + (q.Y * q.Y) + (q.Z * q.Z) + (q.W * q.W) - 1) < 1e-6;

    private static string Show(Vector3d v) => Invariant($"({v.X}, {v.Y}, {v.Z})");

    private static string Show(Quaterniond q) => Invariant($"({q.X}, {q.Y}, {q.Z}, {q.W})");

    private static string Show(Pose pose) => $"{Show(pose.Position)} m, {Show(pose.Rotation)}";
}
