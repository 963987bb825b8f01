using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Sections;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Reading;

/// <summary>
/// Values given on the command line: "cousins.count=3", "cameras.front.width=320", "cameras.0.width=320",
/// "cousins.vary.lights.*.intensity={uniform: [0.5, 1]}". The part before the first '=' is the key with dots between its
/// parts; an item of a list goes by its <c>name</c> (a light's rule by its <c>match</c>) or index. The rest is YAML; nothing (<c>~</c>) takes the key or item away, and so does
/// a key that excludes one of the file. Errors name the option.
/// </summary>
public static class ScenarioOverrides
{
    private const string VaryPath = "cousins.vary";

    internal static LocatedNode Apply(LocatedNode root, IReadOnlyList<string> overrides, ReadingLog log)
    {
        foreach (string option in overrides)
        {
            root = Apply(root, option, log);
        }

        return root;
    }

    private static LocatedNode Apply(LocatedNode root, string option, ReadingLog log)
    {
        var position = new SourcePosition($"--set {option}", 0, 0);
        int equals = option.IndexOf('=', StringComparison.Ordinal);
        (string key, string text) = equals < 0 ? ("", "") : (option[..equals].Trim(), option[(equals + 1)..]);
        if (WhyRefused(key, text) is (var problem, var expected))
        {
            log.Errors.Add(new(position, key, problem, expected));
            return root;
        }

        LocatedNode? value = YamlTree.Parse(text, _ => position, log.Errors);
        return value is null ? root : new Edit(key.Split('.'), value, position, log).At(root, 0, ScenarioSection.Schema);
    }

    private static (string Problem, string Expected)? WhyRefused(string key, string text) =>
        key.Length == 0 ? ("there is no key and value", "key=value")
        : string.IsNullOrWhiteSpace(text) ? ("there is no value after '='", "key=value")
        : text == Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) ? ("the shell has put your home folder in the place of ~", $"'{key}=~' in quotes, to take the key away")
        : key == Inheritance.Key ? ("the command line changes values of a file, and extends names files", "extends in the file")
        : null;

    /// <summary>One change on its way down the tree; each step rebuilds the value it passes through.</summary>
    private sealed record Edit(string[] Parts, LocatedNode Value, SourcePosition Position, ReadingLog Log)
    {
        private bool TakesAway => Value is LocatedScalar { IsNull: true };

        public LocatedNode At(LocatedNode node, int depth, ValueSchema? schema) => depth == Parts.Length ? Value : node switch
        {
            LocatedMapping mapping => InMapping(mapping, depth, schema as MappingSchema),
            LocatedSequence sequence => InSequence(sequence, depth, (schema as ListSchema)?.Item),
            _ => Refuse(node, depth, $"'{Path(depth)}' is {node.Description} and has no parts"),
        };

        private LocatedMapping InMapping(LocatedMapping mapping, int depth, MappingSchema? schema)
        {
            // A key may contain dots itself ("lights.*.intensity"): the longest one that is there wins.
            int end = Parts.Length;
            while (end > depth + 1 && mapping.Find(Join(depth, end)) is null)
            {
                end--;
            }

            if (mapping.Find(Join(depth, end)) is { } entry)
            {
                LocatedScalar key = entry.Key with { Position = Position };
                return end == Parts.Length && TakesAway ? mapping.Without(key) : mapping.With(key, At(entry.Value, end, schema?.Find(key.Text)?.Value));
            }

            end = Path(depth) == VaryPath ? Parts.Length : depth + 1;
            var added = new LocatedScalar(Position, Join(depth, end), IsPlain: true);
            return WithoutRivals(mapping, schema, added.Text).With(added, At(new LocatedMapping(Position, []), end, schema?.Find(added.Text)?.Value));
        }

        // Two options that exclude each other are a mistake; an option and what the file says are not.
        private static LocatedMapping WithoutRivals(LocatedMapping mapping, MappingSchema? schema, string key) => (schema?.Rivals(key) ?? [])
            .Where(rival => mapping.Find(rival) is { Key.Position.Line: > 0 })
            .Aggregate(mapping, (rest, rival) => rest.Without(rival));

        private LocatedNode InSequence(LocatedSequence sequence, int depth, ValueSchema? item)
        {
            int index = ItemNames.IndexOf(sequence, Parts[depth]);
            if (index < 0)
            {
                string[] named = [.. ItemNames.Of(sequence)];
                string expected = named.Length > 0 ? $"an index below {sequence.Items.Count} or {ScalarReader.OneOf(named)}" : $"an index below {sequence.Items.Count}";
                return Refuse(sequence, depth, $"'{Path(depth)}' has no item '{Parts[depth]}'", expected, ScalarReader.Nearest(Parts[depth], named));
            }

            List<LocatedNode> items = [.. sequence.Items];
            if (depth + 1 == Parts.Length && TakesAway) items.RemoveAt(index);
            else items[index] = At(items[index], depth + 1, item);
            return new LocatedSequence(sequence.Position, [.. items]);
        }

        private LocatedNode Refuse(LocatedNode node, int depth, string problem, string? expected = null, string? nearest = null)
        {
            Log.Errors.Add(new(Position, Path(Math.Min(depth + 1, Parts.Length)), problem, expected, nearest));
            return node;
        }

        private string Path(int depth) => Join(0, depth);

        private string Join(int from, int to) => string.Join('.', Parts[from..to]);
    }
}
