using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Scenarios.Styles;

/// <summary>How restyled frames are held to their labels.</summary>
/// <param name="OnFailure">What becomes of a frame that fails.</param>
/// <param name="Thresholds">Lines that are not the calibrated ones, by snake_case name; the host knows them.</param>
public sealed record StyleGate(GateAction OnFailure, IReadOnlyDictionary<string, JsonNode?> Thresholds)
{
    /// <summary>An ONNX file whose boxes are compared with the labels before and after; null where nobody is asked.</summary>
    public string? Detector { get; init; }

    /// <summary>Rejects by the calibrated lines.</summary>
    public static StyleGate Default { get; } = new(GateAction.Reject, new Dictionary<string, JsonNode?>(StringComparer.Ordinal));
}
