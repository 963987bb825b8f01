using System.Text.RegularExpressions;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Scenarios that use every section: the project's own, those of the documentation, and the examples of every key.</summary>
internal static partial class ScenarioSeeds
{
    public static IEnumerable<string> All() => [.. Files(), .. Documentation(), Everything];

    private const string Everything = $$"""
        schema_version: 1
        scenario: everything
        version: 1.2.0
        {{ScenarioText.Intent}}
        scene: builtin:warehouse-aisle
        animation: none
        environment: { hdr: builtin:studio, intensity: 2.5, rotation_deg: -90, ambient_occlusion: { radius_m: 0.3 } }
        emissive_lights: true
        categories: { from: extras.category, default: none, names: [shelf, box] }
        cameras:
          - { name: front, width: 64, height: 48, hfov_deg: 69, pose: { from: [0, 1.4, 3], look_at: [0, 1, 0] },
              exposure: &e { f_number: 2, time_s: 0.004, iso: 200, row_time_s: 1.89e-5 }, focus: { distance_m: 2, focal_length_mm: 35 },
              sensor: [ { use: lens.brown-conrady, k1: -0.2 }, { use: camera.blur, sigma_px: 0.8 }, { use: camera.noise, profile: imx477, enabled: false } ] }
          - { name: side, width: 64, height: 48, pose: camera_side, exposure: *e, sensor: [ { profile: imx219, mode: crop } ] }
          - { name: calibrated, width: 64, height: 48, fx: 50, fy: 51, cx: 31, cy: 24, pose: { from: [0, 1, 3], look_at: [0, 1, 0] }, output: display }
          - { name: plan, width: 64, height: 48, orthographic_width_m: 3, pose: { from: [0, 3, 0], look_at: [0, 0, 0.1] } }
        lights:
          - { match: "ceiling_1", flicker: { mains_hz: 50, modulation: 0.8 }, radius_m: 0.05 }
          - { match: "ceiling_[23]", flicker: { use: light.pwm, duty: 0.1, enabled: true } }
        episode: { duration_s: 0.5, frame_rate_hz: 20, start_s: 1 }
        cousins:
          count: 50
          seed: 7
          strategy: { covering_array: { strength: 2, stronger: [ { draws: [parameters.a, parameters.b, parameters.c], strength: 3 } ], first: [ { parameters.a: 1 } ] } }
          vary:
            "lights.*.intensity": { log_uniform: [0.1, 1], bins: 4 }
            lights.ceiling_1.color_temperature_k: { truncated_normal: [4000, 500, 2700, 6500] }
            materials.cardboard*.color: ["#c8a060", "#8a6a40"]
            materials.cardboard*.roughness: { grid: [0.2, 0.8, 4] }
            objects.cart_1.yaw_deg: { normal: [0, 3] }
            objects.cart_1.offset_x_m: { mixture: [ { weight: 3, use: { uniform: [-0.2, 0.2] } }, { use: { normal: [0, 1] } } ] }
            environment.intensity: { choice: [0.5, 1, 2], weights: [1, 2, 1] }
            environment.rotation_deg: { uniform: [0, 360], bins: [0, 90, 360] }
            parameters.a: [1, 1.5, "2", true]
            parameters.b: { constant: 3 }
            parameters.c: { when: [ { if: { parameters.a: [1, 1.5] }, use: { uniform: [0, 1] } }, { if: { parameters.b: { at_least: 2, not: 5 } }, use: 4 } ], else: [5, 6] }
          rules:
            - forbid: { parameters.a: 1, parameters.b: { below: 0.2 } }
            - require: { parameters.b: { at_most: parameters.c } }
              when: { parameters.a: true }
          correlated: [ { draws: [objects.cart_1.yaw_deg, environment.rotation_deg], correlation: 0.5 } ]
        labels: [rgb, depth, semantic]
        label_time: per_row
        """;

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Repository.PathOf("scenarios"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static IEnumerable<string> Documentation() => YamlBlock().Matches(File.ReadAllText(Repository.PathOf("docs", "scenarios.md")))
        .Select(block => block.Groups["yaml"].Value).Where(yaml => !yaml.StartsWith("extends:", StringComparison.Ordinal)).Select(DocumentationTests.Complete);

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YamlBlock();
}
