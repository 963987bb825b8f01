using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Scenes.Model.Physics;

/// <summary>A node that is a rigid body.</summary>
/// <param name="Motion">What moves it.</param>
public sealed record SceneBody(BodyMotion Motion)
{
    /// <summary>Above 0; null follows from its colliders and the density that the scenario gives.</summary>
    public double? MassKg { get; init; }

    /// <summary>In the node's space; null follows from its colliders.</summary>
    public Vector3d? CentreOfMass { get; init; }

    /// <summary>Principal ones about the centre of mass, kg m²: each above 0 and none larger than the sum of the others. Null follows from its colliders.</summary>
    public Vector3d? Moments { get; init; }

    /// <summary>Turns the principal axes into the node's space.</summary>
    public Quaterniond Axes { get; init; } = Quaterniond.Identity;

    /// <summary>Of the centre of mass at the beginning, along the node's axes, m/s.</summary>
    public Vector3d LinearVelocity { get; init; }

    /// <summary>At the beginning, about the node's axes, rad/s.</summary>
    public Vector3d AngularVelocity { get; init; }

    /// <summary>Whether forces or a velocity of its own ever move it.</summary>
    public bool Moves => Motion == BodyMotion.Dynamic || (Motion == BodyMotion.Kinematic && (LinearVelocity != Vector3d.Zero || AngularVelocity != Vector3d.Zero));

    /// <summary>Times the scene's gravity.</summary>
    public double GravityFactor { get; init; } = 1;
}
