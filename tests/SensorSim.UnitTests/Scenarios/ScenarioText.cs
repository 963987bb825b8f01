using System.Text;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Scenario files for tests: a valid one, and ways to change it.</summary>
internal static class ScenarioText
{
    public const string FileName = "aisle.yaml";

    public const string Intent = """
        intent:
          failure_mode: dim or flickering aisle light
          intended_use: [train, evaluate]
          artifact_risk: bands may line up with shelf labels
          real_probe: 200 frames of aisle 7
          discard_if: mAP falls by more than 1 point
        """;

    public const string Cameras = """
        cameras:
          - { name: front, width: 640, height: 480, hfov_deg: 69, pose: { from: [0, 1.4, 3], look_at: [0, 1, 0] } }
        """;

    /// <summary>Lines 1 to 3 are the id, version and scene, 4 to 9 the intent, 10 and 11 the camera; then <paramref name="rest"/> from line 12.</summary>
    public static string With(string rest) => $"scenario: aisle\nversion: 1.0.0\nscene: aisle.glb\n{Intent}\n{Cameras}\n{rest}";

    public static ScenarioReading Read(string yaml, params string[] overrides) =>
        ScenarioReader.Read(Encoding.UTF8.GetBytes(yaml), FileName, overrides);

    public static Scenario Valid(string yaml, params string[] overrides) => Read(yaml, overrides).OrThrow();

    /// <summary>An error as a person sees it, without its example.</summary>
    public static string Line(ScenarioError error) => (error with { Example = null }).ToString();

    /// <summary>The errors as a person sees them, without their examples.</summary>
    public static string[] Errors(string yaml, params string[] overrides) => [.. Read(yaml, overrides).Errors.Select(Line)];
}
