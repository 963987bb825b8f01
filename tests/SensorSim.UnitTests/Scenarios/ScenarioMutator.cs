using System.Text;
using YamlDotNet.RepresentationModel;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Damages scenario files, as text, as a tree and as bytes. The same number gives the same file.</summary>
internal sealed class ScenarioMutator(IReadOnlyList<string> seeds)
{
    private static readonly string[] s_scalars =
    [
        "0", "-1", "1", "3", "1e308", "-1e308", "1e-308", "1e999", "-0.0", ".nan", ".inf", "-.inf", "NaN", "99999999999999999999999", "9007199254740993", "0x10", "1_000", "+5", "5.", ".5",
        "~", "null", "\"\"", "' '", "true", "yes", "[]", "{}", "[[]]", "{a: {b: [c]}}", "*e", "*nowhere", "&e x", "!!binary aGk=", "!tag x", "<<", "\"\\0\"", "\"a\\u0000b\"", "\"\\u202Eabc\"", "'🎥 Ω ñ'",
        "\"a\\nb\"", "|\n  text", ">-\n  text", "../../etc/passwd", "builtin:", "builtin:nothing", "/dev/zero", "lights.*.intensity", "\"**************************a\"", "'\"', '", "? a", "- a", "a: b: c", "%", "@", "`",
        "{ uniform: [1e308, 1.7e308] }", "{ uniform: [-1.7e308, 1.7e308] }", "{ normal: [1e300, 1e300] }", "{ truncated_normal: [0, 1e-300, -1, 1] }", "{ grid: [0, 1, 100000] }", "{ log_uniform: [1e-308, 1e308] }",
        "{ empirical: { file: /dev/null, column: a } }", "{ empirical: { file: gone.csv, column: a } }", "{ when: [], else: 1 }", "{ covering_array: { strength: 6 } }",
    ];

    private static readonly string[] s_keys = ["extends", "include", "name", "use", "when", "else", "weights", "bins", "profile", "mode", "enabled", "", "a.b.c", "[\"x\"]", "__proto__", "Ключ", "parameters.x", "lights..intensity", "vary"];

    public byte[] File(int number)
    {
        var random = new Random(number);
        string text = seeds[random.Next(seeds.Count)];
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            text = random.Next(3) == 0 ? Tree(text, random) : Text(text, random);
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int flips = random.Next(20) == 0 ? random.Next(1, 6) : 0; flips > 0 && bytes.Length > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private string Text(string text, Random random)
    {
        List<string> lines = [.. text.Split('\n')];
        int at = random.Next(lines.Count), other = random.Next(lines.Count), cut = random.Next(text.Length + 1);
        switch (random.Next(14))
        {
            case 0: lines.RemoveAt(at); break;
            case 1: lines.Insert(other, lines[at]); break;
            case 2: (lines[at], lines[other]) = (lines[other], lines[at]); break;
            case 3: lines[at] = "\t" + lines[at]; break;
            case 4: lines[at] = new string(' ', random.Next(1, 5)) + lines[at]; break;
            case 5: lines[at] = lines[at].TrimStart(); break;
            case 6: return text[..cut];
            case 7: return text[..cut] + s_scalars[random.Next(s_scalars.Length)] + text[cut..];
            case 8: return text[..cut] + new string("[{-:\"'#&*x"[random.Next(10)], 1 << random.Next(1, 14)) + text[cut..];
            case 9: return text.Remove(cut, Math.Min(random.Next(1, 12), text.Length - cut));
            case 10: lines.AddRange(seeds[random.Next(seeds.Count)].Split('\n')); break;
            case 11: lines[at] = ReplaceValue(lines[at], random); break;
            case 12: lines[at] = string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "[" : "{ a: ", random.Next(2, 60))) + lines[at]; break;
            default: lines.InsertRange(at, Enumerable.Range(0, random.Next(1, 400)).Select(i => $"key{i}: {i}")); break;
        }

        return string.Join('\n', lines);
    }

    private static string ReplaceValue(string line, Random random)
    {
        int[] ends = [.. Enumerable.Range(0, line.Length).Where(i => line[i] is ',' or ':' or ']' or '}' or '[')];
        if (ends.Length == 0)
        {
            return line;
        }

        int from = ends[random.Next(ends.Length)] + 1, to = line.IndexOfAny([',', ']', '}'], from);
        return $"{line[..from]} {s_scalars[random.Next(s_scalars.Length)]}{(to < 0 ? "" : line[to..])}";
    }

    private static string Tree(string text, Random random)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (Exception damaged) when (damaged is YamlDotNet.Core.YamlException or ArgumentException or InvalidOperationException)
        {
            return text; // an earlier mutation left no tree
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].AllNodes.OfType<YamlMappingNode>().ToArray() is not { Length: > 0 } mappings)
        {
            return text;
        }

        Change(mappings, random);
        var writer = new StringWriter();
        stream.Save(writer, assignAnchors: false);
        return writer.ToString();
    }

    private static void Change(YamlMappingNode[] mappings, Random random)
    {
        YamlMappingNode mapping = mappings[random.Next(mappings.Length)], other = mappings[random.Next(mappings.Length)];
        if (mapping.Children.Count == 0 || other.Children.Count == 0)
        {
            return;
        }

        (YamlNode key, YamlNode value) = mapping.Children.ElementAt(random.Next(mapping.Children.Count));
        YamlNode foreign = other.Children.ElementAt(random.Next(other.Children.Count)).Value;
        bool hasCycle = foreign.AllNodes.Contains(mapping);
        switch (random.Next(7))
        {
            case 0: mapping.Children.Remove(key); break;
            case 1: mapping.Children[key] = new YamlScalarNode(s_scalars[random.Next(s_scalars.Length)]); break;
            case 2: mapping.Children[key] = new YamlSequenceNode(value); break;
            case 3: mapping.Children[key] = new YamlMappingNode(new YamlScalarNode(s_keys[random.Next(s_keys.Length)]), value); break;
            case 4 when !hasCycle: mapping.Children[key] = foreign; break;
            case 5 when !hasCycle: mapping.Children[new YamlScalarNode(s_keys[random.Next(s_keys.Length)])] = foreign; break;
            default:
                mapping.Children.Remove(key);
                mapping.Children[new YamlScalarNode(key + "x")] = value;
                break;
        }
    }
}
