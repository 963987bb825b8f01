using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Gltf.Extensions.RigidBodies;

/// <summary>Reads <c>motion</c>: what moves a node, its mass and how it moves at first.</summary>
internal sealed class MotionReader(GltfWarnings warnings)
{
    /// <summary>Moments that a file rounded to seven digits may break the triangle's rule by.</summary>
    private const double FlatTolerance = 1e-6;

    public SceneBody Read(JsonCursor at)
    {
        double? mass = Mass(at.Find("mass"));
        return new(at.Flag("isKinematic") || mass == 0 ? BodyMotion.Kinematic : BodyMotion.Dynamic)
        {
            MassKg = mass > 0 ? mass : null,
            CentreOfMass = at.Find("centerOfMass") is null ? null : Vector(at, "centerOfMass"),
            Moments = Moments(at.Find("inertiaDiagonal")),
            Axes = Orientation(at.Find("inertiaOrientation")),
            LinearVelocity = Vector(at, "linearVelocity"),
            AngularVelocity = Vector(at, "angularVelocity"),
            GravityFactor = at.Number("gravityFactor", 1),
        };
    }

    private double? Mass(JsonCursor? at)
    {
        double? mass = at?.Number();
        if (mass < 0)
        {
            throw at!.Error($"expected a mass above 0 in kilograms, found {mass}; correct the mass");
        }

        if (mass == 0)
        {
            warnings.Add($"{at!.Path}: 0 stands for a mass without end; the body is kinematic.");
        }

        return mass;
    }

    private Vector3d? Moments(JsonCursor? at)
    {
        if (at?.Numbers(3) is not { } moments)
        {
            return null;
        }

        double largest = moments.Max(), sum = moments.Sum();
        if (moments.Min() < 0 || (moments.Min() > 0 && largest > (sum - largest) * (1 + FlatTolerance)))
        {
            throw at.Error($"expected three moments of inertia above 0, none larger than the sum of the others, found {string.Join(", ", moments)}; correct them or leave them out");
        }

        if (moments.Min() == 0)
        {
            warnings.Add($"{at.Path}: 0 stands for a moment without end, which no backend has; the moments follow from the colliders.");
            return null;
        }

        return new(moments[0], moments[1], moments[2]);
    }

    private static Quaterniond Orientation(JsonCursor? at) => at?.Numbers(4) is not { } q
        ? Quaterniond.Identity
        : q.Sum(c => c * c) is > 0 and < double.PositiveInfinity ? new Quaterniond(q[0], q[1], q[2], q[3]).Normalized()
        : throw at.Error("expected a quaternion (x, y, z, w) of length 1; correct the orientation");

    private static Vector3d Vector(JsonCursor at, string name) => at.Numbers(name, 3) is { } v ? new(v[0], v[1], v[2]) : Vector3d.Zero;
}
