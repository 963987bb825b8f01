using System.Globalization;
using SensorSim.Hosting.Plugins;
using SensorSim.Rendering;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios.Labels;

namespace SensorSim.Hosting.Runs;

/// <summary>Looks for pixels that mean nothing. A sensor stage that makes them ends the run; where the scene makes them, frames are rejected.</summary>
internal static class SignalGate
{
    /// <summary>Why a frame is rejected; null when it is not.</summary>
    /// <exception cref="PluginFailedException">A stage divided by zero or lost count in another way.</exception>
    public static string? Verdict(SensorChain chain, ViewOutput view, string frame) =>
        Verdict(chain, CapturedChains.Of(chain, LabelSet.Rgb).NonFinite(view.Consumed, view.Camera.Intrinsics.Width, view.Camera.Intrinsics.Height), frame);

    /// <summary>The same of pixels that were counted.</summary>
    public static string? Verdict(SensorChain chain, NonFinitePixels bad, string frame)
    {
        if (bad.Count == 0)
        {
            return null;
        }

        string pixels = string.Create(CultureInfo.InvariantCulture, $"{bad.Count} {(bad.Count == 1 ? "pixel is" : "pixels are")} infinite or not a number");
        return bad.FirstStage(chain) is { } stage
            ? throw new PluginFailedException(Failure(stage, bad.IsOlder(chain), $"{pixels} in frame {frame}"))
            : $"{pixels} behind the renderer";
    }

    private static string Failure(ChainStage stage, bool isOlder, string problem)
    {
        string source = Path.Combine(PluginSource.Of(stage.Plugin.Directory), stage.Stage.ShaderFile);
        string values = PluginParameters.Changed(stage.Plugin, stage.Parameters);
        string earlier = isOlder ? ", or what is in front of it" : "";
        return $"the plugin {stage.Plugin.Manifest.Id} failed (the stage \"{stage.Name}\"{values}{earlier}): {problem} [{source}]";
    }
}
