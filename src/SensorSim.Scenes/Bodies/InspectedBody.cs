using SensorSim.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>A body and where its values come from.</summary>
/// <param name="Node">Of the scene.</param>
/// <param name="Description">As backends get it.</param>
public sealed record InspectedBody(int Node, BodyDescription Description)
{
    /// <summary>Whether it goes by itself: by forces, or by a velocity that it keeps.</summary>
    public bool MovesByItself { get; init; }

    public ValueOrigin Shape { get; init; }

    public ValueOrigin Mass { get; init; }

    public ValueOrigin Inertia { get; init; }

    public ValueOrigin Friction { get; init; }

    public ValueOrigin Restitution { get; init; }

    /// <summary>Of its colliders, or of what its surface holds; null where that is not known: of surroundings that are open, of planes.</summary>
    public double? VolumeCubicMetres { get; init; }

    /// <summary>Whether its surface has holes: a volume then follows from convex pieces.</summary>
    public bool IsOpen { get; init; }
}
