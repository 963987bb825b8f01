using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Paths;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Motion;

namespace SensorSim.Scenes.Cousins;

/// <summary>What stands behind a record's draws because it was solved for: where an object is put, or how it travels.</summary>
/// <param name="Thing">The object's name.</param>
/// <param name="Position">Of its origin, world space, metres; null where this is a path.</param>
/// <param name="Path">Null where this is a pose.</param>
public sealed record SolvedDraw(string Thing, Vector3d? Position, TimedPath? Path)
{
    /// <summary>Null for what was drawn.</summary>
    /// <param name="name">As the record has it: "objects.part_3.pose".</param>
    /// <param name="value">As the record has it.</param>
    public static SolvedDraw? Of(string name, JsonNode? value) => CousinKey.Parse(name) switch
    {
        { Family: CousinFamily.Objects, Attribute: CousinAttributes.Pose } key when ObjectPose.Of(value) is { } pose => new(key.Name, pose.Position, null),
        { Family: CousinFamily.Objects, Attribute: CousinAttributes.Path } key when PathJson.Of(value) is { } path => new(key.Name, null, path),
        _ => null,
    };
}
