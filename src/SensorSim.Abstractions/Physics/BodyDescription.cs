using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>One rigid body as it is at the beginning.</summary>
public sealed record BodyDescription
{
    /// <summary>Not empty, and no other body's.</summary>
    public required string Name { get; init; }

    public BodyMotion Motion { get; init; } = BodyMotion.Dynamic;

    /// <summary>Of the body's own frame in the world.</summary>
    public Pose Pose { get; init; } = Pose.Identity;

    /// <summary>Of the centre of mass, in the world, m/s. A kinematic body keeps it until it is told otherwise.</summary>
    public Vector3d LinearVelocity { get; init; }

    /// <summary>In the world, rad/s.</summary>
    public Vector3d AngularVelocity { get; init; }

    /// <summary>Of a dynamic body; others need none.</summary>
    public MassDescription? Mass { get; init; }

    /// <summary>Of a dynamic body: times the world's gravity, which it feels as if that were another. Backends before plugin contract 2.4 know 1 alone.</summary>
    public double GravityFactor { get; init; } = 1;

    public SurfaceDescription Surface { get; init; } = new();

    /// <summary>What it touches others with: all together, each in the body's frame. None: it touches nothing.</summary>
    public IReadOnlyList<Collider> Colliders { get; init; } = [];
}
