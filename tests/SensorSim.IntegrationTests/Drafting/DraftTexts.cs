namespace SensorSim.IntegrationTests.Drafting;

/// <summary>What models answer.</summary>
internal static class DraftTexts
{
    public const string Json = """
        { "scenario": "dim", "version": "1.0.0",
          "intent": { "failure_mode": "dim light", "intended_use": ["train"], "artifact_risk": "none known", "real_probe": "200 frames", "discard_if": "mAP falls" },
          "scene": "builtin:warehouse-aisle",
          "cameras": [ { "name": "front", "width": 64, "height": 48, "hfov_deg": 60, "pose": { "from": [0, 1, 3], "look_at": [0, 1, 0] }, "sensor": [ { "use": "camera.noise" } ] } ],
          "cousins": { "count": 3, "vary": { "lights.ceiling_*.intensity": { "log_uniform": [0.1, 1] } } } }
        """;

    public const string Yaml = """
        scenario: dim
        version: 1.0.0
        intent: { failure_mode: dim light, intended_use: [train], artifact_risk: none known, real_probe: 200 frames, discard_if: mAP falls }
        scene: builtin:warehouse-aisle
        cameras:
          - { name: front, width: 64, height: 48, hfov_deg: 60, pose: { from: [0, 1, 3], look_at: [0, 1, 0] } } # in front
        """;

    public static string Without(string part, string instead) => Yaml.Replace(part, instead, StringComparison.Ordinal);
}
