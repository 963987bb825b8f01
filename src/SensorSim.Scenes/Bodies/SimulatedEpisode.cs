using SensorSim.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>What bodies did in one episode.</summary>
/// <param name="Bodies">What moves by forces.</param>
/// <param name="Names">Of all bodies of the world, by their place in its description.</param>
/// <param name="Track">By step; from where the simulation broke off, bodies stay.</param>
/// <param name="Broken">The law of mechanics that the simulation broke; null for one that may be believed.</param>
public sealed record SimulatedEpisode(IReadOnlyList<BodyNode> Bodies, IReadOnlyList<string> Names, BodyTrack Track, string? Broken)
{
    private readonly Lazy<IReadOnlyList<ContactEvent>> _contactEvents = new(() => ContactHistory.Of(Track));

    /// <summary>The joints of robots whose links move by forces; null where there are none.</summary>
    internal SimulatedJoints? Joints { get; init; }

    /// <summary>The same with a world's joints.</summary>
    public SimulatedEpisode With(WorldDescription world) => this with { Joints = world.Joints.Count > 0 ? new(world, Bodies, Track) : null };

    /// <summary>When what touched, in the order of time.</summary>
    public IReadOnlyList<ContactEvent> ContactEvents => _contactEvents.Value;
}
