using SensorSim.Physics;

namespace SensorSim.Scenes.Model.Robots;

/// <summary>The joints by which nodes of a scene move against each other, as a robot's model has them. Lists refer to each other by place.</summary>
public sealed record Articulation
{
    public static Articulation None { get; } = new();

    /// <summary>Those of one node one behind the other, in the order in which they act from its parent on.</summary>
    public IReadOnlyList<ArticulatedJoint> Joints { get; init; } = [];

    /// <summary>Joints that follow others.</summary>
    public IReadOnlyList<ModelCoupling> Couplings { get; init; } = [];

    /// <summary>Motors at joints.</summary>
    public IReadOnlyList<ModelActuator> Actuators { get; init; } = [];

    /// <summary>Poses with a name.</summary>
    public IReadOnlyList<ModelKeyframe> Keyframes { get; init; } = [];

    /// <summary>Nodes that show a piece of a plane without end; what looks at the whole scene does not count them.</summary>
    public IReadOnlyList<int> Planes { get; init; } = [];

    /// <summary>Nodes of the surroundings in its model: floors, walls and lamps, which stay behind where the robot is put into another scene.</summary>
    public IReadOnlyList<int> Surroundings { get; init; } = [];

    /// <summary>The node of each model's own space: what is recorded of hands and objects is in it.</summary>
    public IReadOnlyList<int> Roots { get; init; } = [];

    public bool IsEmpty => Joints.Count == 0;
}
