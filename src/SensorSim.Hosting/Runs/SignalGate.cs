using System.Globalization;
using SensorSim.Rendering;
using SensorSim.Rendering.Sensors;

namespace SensorSim.Hosting.Runs;

/// <summary>Rejects frames whose picture means nothing, because a sensor stage divided by zero or lost count in another way.</summary>
internal static class SignalGate
{
    /// <summary>Why a frame is rejected; null when it is not.</summary>
    public static string? Verdict(SensorChain chain, ViewOutput view)
    {
        var bad = NonFinitePixels.Of(view.Consumed.Span);
        return bad.Count == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{bad.Count} {(bad.Count == 1 ? "pixel is" : "pixels are")} infinite or not a number behind {bad.FirstStage(chain) ?? "the renderer"}");
    }
}
