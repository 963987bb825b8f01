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
        foreach ((string name, FigureEstimate? estimate, string unit) in Figures(calibration))
        {
            if (estimate is { } known)
            {
                values[name] = Value(known.Value, string.Create(
                    CultureInfo.InvariantCulture, $"sensorsim calibrate, {calibration.Frames} frames: {known.Low:G6} to {known.High:G6} {unit} with 95 % confidence"));
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

    private static IEnumerable<(string Name, FigureEstimate? Estimate, string Unit)> Figures(Calibration found) =>
    [
        ("gain_dn_per_electron", found.Gain, "DN/e-"),
        ("read_noise_electrons", found.ReadNoise, "e-"),
        ("full_well_electrons", found.FullWell, "e-"),
        ("prnu_percent", found.Prnu, "%"),
        ("dsnu_electrons", found.Dsnu, "e-"),
        ("black_level_dn", found.BlackLevel, "DN"),
    ];

    private static JsonObject Value(JsonNode value, string source) => new() { ["value"] = value, ["status"] = "measured", ["source"] = source };
}
