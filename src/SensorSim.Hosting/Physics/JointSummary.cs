using System.Text.Json;
using SensorSim.Physics;

namespace SensorSim.Hosting.Physics;

/// <summary>A joint between two bodies.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">fixed, revolute, prismatic, ball or free.</param>
/// <param name="Parent">Name of a body; world where it hangs on what stands.</param>
/// <param name="Child">Name of a body.</param>
/// <param name="Lower">Least position from how it begins; null is without end.</param>
/// <param name="Upper">Largest position.</param>
/// <param name="Unit">rad or m; null where there are no limits.</param>
/// <param name="IsReleasable">Whether it can let go, as one that closes a ring.</param>
/// <param name="Servo">Its motor, from a drive of the file or of a robot; null of one without.</param>
public sealed record JointSummary(string Name, string Type, string Parent, string Child, double? Lower, double? Upper, string? Unit, bool IsReleasable, ServoSummary? Servo)
{
    internal static JointSummary Of(JointDescription joint) => new(
        joint.Name, JsonNamingPolicy.SnakeCaseLower.ConvertName(joint.Type.ToString()), joint.Parent ?? "world", joint.Child, joint.Lower, joint.Upper,
        joint.Type switch { JointType.Revolute => "rad", JointType.Prismatic => "m", _ => null }, joint.Releasable,
        joint.Servo is { } servo ? ServoSummary.Of(servo) : null);
}
