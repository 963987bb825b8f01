using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Scenes.Model.Physics;

/// <summary>How a body hangs on another or on what stands still. It stands at zero where both of its frames are in one place.</summary>
public sealed record SceneJoint
{
    /// <summary>No other joint's.</summary>
    public required string Name { get; init; }

    public required JointType Type { get; init; }

    /// <summary>A node of one body.</summary>
    public required int Child { get; init; }

    /// <summary>A node of the other body, or of what stands still; null is the world.</summary>
    public int? Parent { get; init; }

    /// <summary>Along the axes of <see cref="Child"/>, metres whatever its scale.</summary>
    public Pose ChildFrame { get; init; } = Pose.Identity;

    /// <summary>Along the axes of <see cref="Parent"/>, or in the world.</summary>
    public Pose ParentFrame { get; init; } = Pose.Identity;

    /// <summary>Of a revolute or prismatic joint, in both frames, of length 1.</summary>
    public Vector3d Axis { get; init; } = Vector3d.UnitX;

    /// <summary>Least angle (rad) or length (m) of the child against the parent; null is without end.</summary>
    public double? Lower { get; init; }

    /// <summary>Largest angle or length.</summary>
    public double? Upper { get; init; }

    /// <summary>The motor of a robot's joint, whose targets a scenario gives.</summary>
    public JointServo? Servo { get; init; }

    /// <summary>What moves it by itself, as the file has it.</summary>
    public IReadOnlyList<JointDrive> Drives { get; init; } = [];

    /// <summary>The one of <see cref="Drives"/> that is used: the first along or about the only axis that is free.</summary>
    public JointDrive? Drive => Type is JointType.Revolute or JointType.Prismatic ? Drives.FirstOrDefault(drive => drive.IsAngular == (Type == JointType.Revolute) && drive.Axis == Axis) : null;
}
