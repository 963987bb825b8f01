using System.Text;
using YamlDotNet.RepresentationModel;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Changes one or two values of a scenario to what its key might take or just not, so that much of what comes out is still a scenario. The same number gives the same file.</summary>
/// <param name="seeds">Valid scenarios.</param>
internal sealed class AimedMutator(IReadOnlyList<string> seeds)
{
    private static readonly string[] s_numbers =
        ["0", "-0.0", "-1", "0.001", "0.5", "1", "2", "7", "100", "2000", "1e-9", "1e-308", "4.9e-324", "1e5", "1e6", "-1e6", "1e9", "1e300", "1e308", "-1e308", "1.7976931348623157e308", "2147483648", "-0.001"];

    private static readonly double[] s_factors = [0.1, 0.5, 0.9, 1.1, 2, 3, 10];

    private static readonly string[] s_names =
        ["", "*", "**", "?", ".", "..", "a.b", "a/b", "/", "../x", "box_*", "bin", "part", "part_1", "ball_1", "board_1", "floor_1", "front", "keep", "work", "tube_1", "builtin:", "builtin:mug", "builtin:pallet", "builtin:oak", "\u202Eabc", "a\u0000b", "a\nb", "true", "1"];

    private static readonly string[] s_distributions =
    [
        "{ uniform: [0, 1] }", "{ uniform: [-1e308, 1e308] }", "{ uniform: [1e299, 1e300] }", "{ uniform: [0, 1e-320] }", "{ log_uniform: [1e-308, 1e308] }", "{ normal: [0, 1e300] }", "{ normal: [1e308, 1] }", "{ normal: [0, 1e-300] }",
        "{ truncated_normal: [0, 1e308, -1e308, 1e308] }", "{ grid: [0, 1, 2] }", "{ grid: [-1e308, 1e308, 100] }", "[1, 1e300]", "[0, 0]", "[true, false]", "[]", "[keep]", "{ constant: 1 }", "{ category: cup }", "[keep, { category: cup }]",
        "{ mixture: [ { use: { uniform: [-1e308, 0] } }, { use: { normal: [1e300, 1] } } ] }", "{ fill: bin }", "{ scatter_on: \"*\" }", "{ scatter_on: \"floor_*\", upright: false }", "{ stack_on: \"*\", layers: 100 }", "{ line_on: bin }", "{ fill: \"*\" }",
        "{ scatter_on: \"floor_*\", clearance_m: 1e6 }",
    ];

    public byte[] File(int number)
    {
        var random = new Random(number);
        var stream = new YamlStream();
        stream.Load(new StringReader(seeds[random.Next(seeds.Count)]));
        for (int times = random.Next(4) == 0 ? 2 : 1; times > 0; times--)
        {
            ChangeOne((YamlMappingNode)stream.Documents[0].RootNode, random);
        }

        var writer = new StringWriter();
        stream.Save(writer, assignAnchors: false);
        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    private static void ChangeOne(YamlMappingNode root, Random random)
    {
        YamlNode[] sections = [.. root.Children.Where(entry => entry.Key is YamlScalarNode { Value: "cameras" or "objects" or "lamps" or "paths" or "physics" or "affordances" or "cousins" }).Select(entry => entry.Value)];
        YamlNode[] parents = [.. sections.SelectMany(section => section.AllNodes).Where(node => node is YamlMappingNode { Children.Count: > 0 } or YamlSequenceNode { Children.Count: > 0 })];
        switch (parents[random.Next(parents.Length)])
        {
            case YamlMappingNode mapping: Change(mapping, random); break;
            case YamlSequenceNode sequence: Change(sequence, random); break;
        }
    }

    private static void Change(YamlMappingNode mapping, Random random)
    {
        YamlNode key = mapping.Children.ElementAt(random.Next(mapping.Children.Count)).Key;
        switch (random.Next(12))
        {
            case 0: mapping.Children.Remove(key); break;
            case 1: mapping.Children[new YamlScalarNode(Name(random))] = mapping.Children[key]; break;
            case 2: mapping.Children[new YamlScalarNode($"objects.{Name(random)}.pose")] = Parsed(s_distributions[random.Next(s_distributions.Length)]); break;
            default: mapping.Children[key] = Instead(mapping.Children[key], random); break;
        }
    }

    private static void Change(YamlSequenceNode sequence, Random random)
    {
        int at = random.Next(sequence.Children.Count);
        switch (random.Next(8))
        {
            case 0: sequence.Children.RemoveAt(at); break;
            case 1: sequence.Children.Add(sequence.Children[at]); break;
            case 2: sequence.Children.Clear(); break;
            default: sequence.Children[at] = Instead(sequence.Children[at], random); break;
        }
    }

    private static YamlNode Instead(YamlNode was, Random random) => (was, random.Next(8)) switch
    {
        (YamlScalarNode { Value: { } text }, > 4) when double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double number) => new YamlScalarNode(FormattableString.Invariant($"{number * s_factors[random.Next(s_factors.Length)]:R}")),
        (_, 0) => Parsed("[]"),
        (_, 1) => Parsed(s_distributions[random.Next(s_distributions.Length)]),
        (YamlScalarNode { Value: { } text }, > 2) when double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) => new YamlScalarNode(s_numbers[random.Next(s_numbers.Length)]),
        (YamlScalarNode { Value: "true" or "false" }, > 2) => new YamlScalarNode(random.Next(2) == 0 ? "true" : "false"),
        (YamlScalarNode, > 2) => new YamlScalarNode(Name(random)),
        (YamlScalarNode, 2) => new YamlScalarNode(s_numbers[random.Next(s_numbers.Length)]),
        _ => Parsed(s_distributions[random.Next(s_distributions.Length)]),
    };

    private static string Name(Random random) => s_names[random.Next(s_names.Length)];

    private static YamlNode Parsed(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].RootNode;
    }
}
