using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Hosting.Characterization;

/// <summary>A calibration as a profile: a chain of stages, and the measured values, each with its interval.</summary>
public static class CalibratedProfile
{
    private static readonly string[] Chain =
    [
        "sensor.exposure", "sensor.quantum-efficiency", "sensor.cfa", "sensor.prnu", "sensor.dark-current", "sensor.shot-noise", "sensor.full-well",
        "sensor.read-noise", "sensor.dsnu", "sensor.gain", "sensor.black-level", "sensor.adc",
    ];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>JSON text of the profile.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="calibration">What was found.</param>
    /// <param name="bits">Of the converter.</param>
    public static string Write(string id, Calibration calibration, int bits)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        var values = new JsonObject();
        foreach ((CameraFigure figure, FigureEstimate? estimate) in CameraFigure.All.Zip(calibration.Estimates))
        {
            if (estimate is { } known)
            {
                string more = known == calibration.BlackLevel ? $"; {calibration.DarkSignal.Words}" : "";
                values[figure.Parameter] = Value(known.Value, string.Create(
                    CultureInfo.InvariantCulture, $"sensorsim calibrate, {calibration.Frames} frames: {known.Text(known.Low)} to {known.Text(known.High)} {figure.Unit} with 95 % confidence{more}"));
            }
        }

        values["bits"] = Value(bits, "sensorsim calibrate: the bits that the brightest number needs");
        var profile = new JsonObject
        {
            ["profile"] = id,
            ["sensor"] = $"{id}, calibrated",
            ["chain"] = new JsonArray([.. Chain.Select(stage => (JsonNode)stage)]),
            ["values"] = values,
        };
        return profile.ToJsonString(Indented);
    }

    private static JsonObject Value(JsonNode value, string source) => new() { ["value"] = value, ["status"] = "measured", ["source"] = source };
}
