using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Cousins;

/// <summary>What keeps a camera from having something drawn: it lacks the block that holds it, or the values do not go together.</summary>
internal static class CameraDrawRules
{
    /// <param name="camera">One that the key's pattern matches.</param>
    /// <param name="rule">What varies.</param>
    /// <param name="attribute">Of the camera.</param>
    /// <param name="path">Of the key, for messages.</param>
    public static IEnumerable<ScenarioError> Check(CameraSettings camera, VaryRule rule, string attribute, string path)
    {
        if (attribute.StartsWith(CameraAttributes.ExposurePrefix, StringComparison.Ordinal) && camera.Exposure is null)
        {
            yield return new(rule.KeyPosition, path, $"the camera '{camera.Name}' exposes automatically", "an exposure block, which the draw changes") { Example = "exposure: { f_number: 2.8, time_s: 0.004 }" };
        }

        if (attribute == CameraAttributes.FocusDistance)
        {
            foreach (ScenarioError error in CheckFocus(camera, rule, path))
            {
                yield return error;
            }
        }

        if (CameraAttributes.AboutTarget.Contains(attribute, StringComparer.Ordinal))
        {
            foreach (ScenarioError error in CheckOrbit(camera, rule, attribute, path))
            {
                yield return error;
            }
        }

        if (attribute == CameraAttributes.FieldOfView && (camera.Intrinsics is not null || camera.OrthographicWidthMetres is not null))
        {
            string instead = camera.Intrinsics is null ? "orthographic_width_m" : "fx";
            yield return new(rule.KeyPosition, path, $"the camera '{camera.Name}' says {instead} in place of a field of view", $"a camera with hfov_deg in place of {instead}") { Example = "hfov_deg: 69" };
        }
    }

    private static IEnumerable<ScenarioError> CheckOrbit(CameraSettings camera, VaryRule rule, string attribute, string path)
    {
        if (camera.Pose is not CameraPose.LookAt pose)
        {
            yield return new(rule.KeyPosition, path, $"the camera '{camera.Name}' is one of the scene and has no point that it looks at", "offset_x_m, yaw_deg and the like; or a pose of two points") { Example = "pose: { from: [0, 1.4, 3], look_at: [0, 1, 0] }" };
        }
        else if (attribute == CameraAttributes.Elevation && rule.Distributions.SelectMany(one => one.Extremes).Select(ValueRule.NumberOf).Any(degrees => Math.Abs((degrees ?? 0) + CameraMotion.ElevationOf(pose)) > CameraMotion.SteepestDegrees))
        {
            double elevation = CameraMotion.ElevationOf(pose);
            yield return new(
                rule.ValuePosition, path, FormattableString.Invariant($"the camera '{camera.Name}' stands {elevation:F1} degrees above what it looks at, and a draw could lead past the vertical"),
                FormattableString.Invariant($"values from {-CameraMotion.SteepestDegrees - elevation:F1} to {CameraMotion.SteepestDegrees - elevation:F1}"));
        }
    }

    private static IEnumerable<ScenarioError> CheckFocus(CameraSettings camera, VaryRule rule, string path)
    {
        if (camera.Focus is not { } focus)
        {
            yield return new(rule.KeyPosition, path, $"everything is sharp for the camera '{camera.Name}'", "a focus block, which the draw changes") { Example = "focus: { distance_m: 1.5, focal_length_mm: 35 }" };
        }
        else if (rule.Distributions.Min(LeastOf) <= focus.FocalLengthMillimetres / 1000)
        {
            yield return new(rule.ValuePosition, path, $"a draw could be within the focal length of the camera '{camera.Name}'", $"distances of more than {PlainNumber.Text(focus.FocalLengthMillimetres / 1000)} metres");
        }
    }

    private static double LeastOf(Distribution distribution) => distribution switch
    {
        ContinuousDistribution continuous => continuous.Minimum,
        ChoiceDistribution choice => choice.Values.Min((JsonValue value) => ValueRule.NumberOf(value) ?? double.PositiveInfinity),
        _ => double.PositiveInfinity,
    };
}
