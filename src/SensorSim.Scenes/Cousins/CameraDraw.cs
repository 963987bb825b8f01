using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Cousins;

/// <summary>Something that a scenario draws of one camera.</summary>
/// <param name="Rule">The line of <c>cousins.vary</c>.</param>
/// <param name="Name">Of the draw: "cameras.front.sensor.camera.noise.temperature_c".</param>
/// <param name="Stage">The lens or stage that it is of; null where it is the camera's own.</param>
/// <param name="Parameter">Of that stage; null where it is the camera's own.</param>
public sealed record CameraDraw(VaryRule Rule, string Name, string? Stage, string? Parameter)
{
    /// <summary>Path of the key, for messages.</summary>
    public string Path => $"cousins.vary[\"{Rule.Key}\"]";

    /// <summary>Whether a line is about cameras.</summary>
    public static bool IsOfCameras(VaryRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return CousinKey.Parse(rule.Key) is { Family: CousinFamily.Cameras };
    }

    /// <summary>All of a camera, in the order of the file.</summary>
    public static IEnumerable<CameraDraw> Of(CameraSettings camera, IEnumerable<VaryRule> vary)
    {
        ArgumentNullException.ThrowIfNull(camera);
        ArgumentNullException.ThrowIfNull(vary);
        foreach (VaryRule rule in vary)
        {
            if (CousinKey.Parse(rule.Key) is { Family: CousinFamily.Cameras } key && GlobPattern.Matches(key.Name, camera.Name))
            {
                var stage = CameraAttributes.StageOf(key.Attribute);
                yield return new(rule, key.DrawName(camera.Name), stage?.Stage, stage?.Parameter);
            }
        }
    }
}
