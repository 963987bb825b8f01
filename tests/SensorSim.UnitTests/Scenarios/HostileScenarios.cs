using System.Globalization;
using System.Text;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Scenario files that are made to take long: each as large as asked, with one kind of thing as often as it fits in.</summary>
internal static class HostileScenarios
{
    private static readonly Dictionary<string, (string Head, Func<int, string> Part, string Tail)> s_kinds = new(StringComparer.Ordinal)
    {
        ["unknown keys"] = ("", i => $"kye{i}: 1\n", ""),
        ["keys of cameras"] = ("", i => $"  - {{ nmae: a{i}, widht: 640, hieght: 480 }}\n", ""),
        ["cameras"] = ("", i => $"  - {{ name: c{i}, width: 64, height: 48, hfov_deg: 69, pose: {{ from: [0, 1, 0], look_at: [1, 1, 1] }} }}\n", ""),
        ["cameras of no node"] = ("", i => $"  - {{ name: c{i}, width: 64, height: 48, pose: nodbody_{i} }}\n", ""),
        ["stages"] = ("", i => $"  - {{ name: c{i}, width: 64, height: 48, hfov_deg: 69, pose: {{ from: [0, 1, 0], look_at: [1, 1, 1] }}, sensor: [ {string.Join(", ", Enumerable.Repeat("{ use: camera.niose, read_nioze_electrons: 1 }", 100))} ] }}\n", ""),
        ["parameters of stages"] = ("", i => $"  - {{ name: c{i}, width: 64, height: 48, hfov_deg: 69, pose: {{ from: [0, 1, 0], look_at: [1, 1, 1] }}, sensor: [ {string.Join(", ", Enumerable.Repeat("{ use: camera.noise, read_nioze_electrons: 1 }", 100))} ] }}\n", ""),
        ["rules of lamps"] = ("lights:\n", i => $"  - {{ match: \"cieling{i}*\", flikker: {{ use: light.manis }} }}\n", ""),
        ["waveforms"] = ("lights:\n", i => $"  - {{ match: \"ceiling{i}*\", flicker: {{ use: light.manis }} }}\n", ""),
        ["families"] = ("cousins:\n  vary:\n", i => $"    ligths.a{i}.intensity: 1\n", ""),
        ["attributes"] = ("cousins:\n  vary:\n", i => $"    lights.a{i}.intenzity: 1\n", ""),
        ["objects that are not there"] = ("cousins:\n  vary:\n", i => $"    objects.bocks_{i}*.yaw_deg: 1\n", ""),
        ["materials that are not there"] = ("cousins:\n  vary:\n    materials.*.swap: [\n", i => $"      m{i},\n", "    ]\n"),
        ["names of distributions"] = ("cousins:\n  vary:\n", i => $"    parameters.p{i}: {{ unifrom: [0, 1] }}\n", ""),
        ["distributions"] = ("cousins:\n  vary:\n", i => $"    parameters.p{i}: {{ uniform: [0, 1] }}\n", ""),
        ["empty distributions"] = ("cousins:\n  vary:\n", i => $"    parameters.p{i}: {{ }}\n", ""),
        ["choices"] = ("cousins:\n  vary:\n    parameters.p: [\n", i => $"      v{i},\n", "    ]\n"),
        ["edges of bins"] = ("cousins:\n  vary:\n    parameters.p:\n      uniform: [0, 1e9]\n      bins: [\n", i => $"        {i},\n", "      ]\n"),
        ["parts of a mixture"] = ("cousins:\n  vary:\n    parameters.p:\n      mixture:\n", i => $"        - {{ use: {{ uniform: [{i}, {i + 1}], bins: [0, 1, 2] }} }}\n", ""),
        ["cases"] = ("cousins:\n  vary:\n    parameters.q: [1, 2]\n    parameters.p:\n      else: 1\n      when:\n", i => $"        - {{ if: {{ parameters.r{i}: 1 }}, use: {i} }}\n", ""),
        ["rules"] = ("cousins:\n  vary: { parameters.a: [1, 2] }\n  rules:\n", i => $"    - {{ forbid: {{ parameters.b{i}: 1 }} }}\n", ""),
        ["rules that hold"] = ("cousins:\n  vary: { parameters.a: [1, 2], parameters.b: { uniform: [0, 1] } }\n  rules:\n", i => $"    - {{ forbid: {{ parameters.a: 1, parameters.b: {{ above: 0.{i} }} }} }}\n", ""),
        ["conditions"] = ("cousins:\n  vary: { parameters.a: [1, 2] }\n  rules:\n    - forbid:\n", i => $"        parameters.c{i}: {{ abvoe: 1 }}\n", ""),
        ["first samples"] = ("cousins:\n  vary: { parameters.a: [1, 2] }\n  strategy:\n    covering_array:\n      first:\n", i => $"        - {{ parameters.d{i}: 1 }}\n", ""),
        ["stronger draws"] = ("cousins:\n  vary: { parameters.a: [1, 2] }\n  strategy:\n    covering_array:\n      stronger:\n", i => $"        - {{ draws: [parameters.e{i}], strength: 3 }}\n", ""),
        ["correlated draws"] = ("cousins:\n  vary: { parameters.a: { uniform: [0, 1] } }\n  correlated:\n", i => $"    - {{ draws: [parameters.f{i}, parameters.a], correlation: 0.5 }}\n", ""),
        ["a large group"] = ("cousins:\n  vary: { parameters.a: { uniform: [0, 1] } }\n  correlated:\n    - correlation: 0.5\n      draws: [\n", i => $"        parameters.f{i},\n", "      ]\n"),
        ["cases of other draws"] = ("cousins:\n  vary:\n", i => $"    parameters.p{i}: {{ when: [ {{ if: {{ parametres.p{i}: 1 }}, use: 1 }} ], else: 2 }}\n", ""),
        ["draws that look at each other"] = ("cousins:\n  vary:\n", i => $"    parameters.p{i}: {{ when: [ {{ if: {{ parameters.p{i + 1}: 1 }}, use: 1 }} ], else: 2 }}\n", ""),
        ["patterns for everything"] = ("cousins:\n  vary:\n", i => $"    objects.{Convert.ToString(i, 2).Replace('0', '*').Replace("1", "?*", StringComparison.Ordinal)}*.yaw_deg: 1\n", ""),
        ["long names again and again"] = ($"cousins:\n  vary: {{ parameters.a: [1, 2] }}\n  correlated:\n    - correlation: 0.5\n      draws: [&a {new string('a', 100_000)},\n", i => "*a, ", "]\n"),
        ["labels"] = ("labels: [\n", i => $"  dept{i},\n", "]\n"),
        ["categories"] = ("categories:\n  names: [\n", i => $"    box{i},\n", "  ]\n"),
        ["below a long key"] = ($"cousins:\n  vary:\n    parameters.{new string('p', 1000)}:\n      else: 1\n      when:\n", i => $"        - {{ iff: {i} }}\n", ""),
        ["long patterns"] = ("cousins:\n  vary:\n", i => $"    objects.{string.Concat(Enumerable.Repeat("*b", 500))}{i}.yaw_deg: 1\n", ""),
        ["names of 128 letters"] = ("", i => $"{new string('k', 120)}{i}: 1\n", ""),
        ["anchors"] = ("x0: &a0 1\n", i => $"x{i + 1}: &a{i + 1} [*a{i}]\n", ""),
    };

    public static IEnumerable<string> Kinds => s_kinds.Keys;

    /// <summary>A file of such a kind; whole parts as long as they fit into the bytes.</summary>
    public static byte[] Of(string kind, int bytes)
    {
        (string head, Func<int, string> part, string tail) = s_kinds[kind];
        var text = new StringBuilder(ScenarioText.With("")).Append(part(0).StartsWith("  - { n", StringComparison.Ordinal) ? "" : "\n").Append(head);
        for (int i = 0; ; i++)
        {
            string next = part(i);
            if (text.Length + next.Length + tail.Length > bytes)
            {
                return Encoding.UTF8.GetBytes(text.Append(tail).ToString());
            }

            text.Append(CultureInfo.InvariantCulture, $"{next}");
        }
    }
}
