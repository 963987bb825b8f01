using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>
/// A model of bodies on joints as a file has it: what it looks like, what it touches others with, how it hangs together. Metres, kilograms, seconds, radians, right-handed. Lists refer to each other by place.
/// </summary>
public sealed record ArticulatedModel
{
    /// <summary>As the file says.</summary>
    public required string Name { get; init; }

    /// <summary>Parents before their children. The first one is the surroundings: it has no mass and never moves, and its pose turns the file's space into the world's, in which +Y is up.</summary>
    public required IReadOnlyList<ModelBody> Bodies { get; init; }

    /// <summary>Those of one body one behind the other, in the order in which they act from its parent on.</summary>
    public IReadOnlyList<ModelJoint> Joints { get; init; } = [];

    /// <summary>Joints that follow others.</summary>
    public IReadOnlyList<ModelCoupling> Couplings { get; init; } = [];

    public IReadOnlyList<ModelActuator> Actuators { get; init; } = [];

    public IReadOnlyList<ModelKeyframe> Keyframes { get; init; } = [];

    public IReadOnlyList<ModelMesh> Meshes { get; init; } = [];

    public IReadOnlyList<ModelMaterial> Materials { get; init; } = [];

    public IReadOnlyList<ModelTexture> Textures { get; init; } = [];

    public IReadOnlyList<ModelLamp> Lamps { get; init; } = [];

    public IReadOnlyList<ModelCamera> Cameras { get; init; } = [];

    /// <summary>A point about which it stands, in the file's space: lamps are as bright there as they say.</summary>
    public Vector3d Centre { get; init; }

    /// <summary>Every file that it was read from, the first one the model itself; paths as they can be opened.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>What was left out, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
