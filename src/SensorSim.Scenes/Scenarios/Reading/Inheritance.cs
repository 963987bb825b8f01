using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Sections;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Reading;

/// <summary><c>extends</c>: the files that a scenario takes over, and theirs, laid over each other. Every value keeps the place where it was written.</summary>
/// <param name="log">Gets what is wrong with any of them.</param>
internal sealed class Inheritance(ReadingLog log)
{
    public const string Key = "extends";

    /// <summary>Most files from the scenario down to the last base.</summary>
    public const int MaximumDepth = 8;

    /// <summary>Most files of a scenario.</summary>
    public const int MaximumFiles = 32;

    // A scenario is an experiment with a name of its own, however much it shares with others.
    private static readonly string[] s_ownKeys = [Key, "schema_version", "scenario", "version", DraftedSection.Key];

    private static readonly TextSchema s_file = new("a scenario file", @"^[^\u0000]+$");

    private readonly List<ScenarioFile> _files = [];
    private readonly List<string> _paths = [];

    public static AlternativesSchema Schema { get; } = new(
        "a scenario file, or a list of them", s_file, new ListSchema(s_file, "a list of at least one scenario file") { MinCount = 1 });

    /// <summary>Every file that was read, in order: the scenario, then each base followed by its own.</summary>
    public IReadOnlyList<ScenarioFile> Files => _files;

    /// <summary>The same with those that are named and cannot be read.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>The file's values over those of its bases; null when one of them cannot be read.</summary>
    public LocatedNode? Resolve(ScenarioFile file)
    {
        _paths.Add(file.Path);
        return Resolve(file, [file.Path]);
    }

    private LocatedNode? Resolve(ScenarioFile file, IReadOnlyList<string> chain)
    {
        _files.Add(file);
        if (file.Root is not LocatedMapping own)
        {
            return file.Root;
        }

        if (!SchemaVersionRule.Check(own, log))
        {
            return null;
        }

        // What a base would have said cannot be missed.
        if (Bases(own) is not { } names)
        {
            return null;
        }

        LocatedMapping?[] bases = [.. names.Select(name => Base(name, chain))];
        return Array.TrueForAll(bases, read => read is not null)
            ? bases.Append(own.Without(Key)).Aggregate((lower, upper) => Overlay.Of(lower!, upper!, ScenarioSection.Schema, log))
            : null;
    }

    // Null after an error.
    private List<LocatedScalar>? Bases(LocatedMapping own)
    {
        LocatedNode? value = own.Find(Key)?.Value;
        LocatedNode[] named = value switch
        {
            null => [],
            LocatedSequence { Items.Count: > 0 } list => [.. list.Items],
            _ => [value],
        };
        LocatedNode[] wrong = [.. named.Where(node => node is not LocatedScalar { IsBlank: false } scalar || !s_file.Takes(scalar.Text))];
        foreach (LocatedNode node in wrong)
        {
            log.Add(node, Key, node is LocatedSequence { Items.Count: 0 } ? "the list is empty" : $"there is {node.Description}", Schema.Expected);
        }

        return wrong.Length > 0 ? null : [.. named.OfType<LocatedScalar>()];
    }

    private LocatedMapping? Base(LocatedScalar name, IReadOnlyList<string> chain)
    {
        string path = Path.Combine(Path.GetDirectoryName(chain[^1]) ?? "", name.Text);
        string[] longer = [.. chain, path];
        string way = string.Join(" → ", longer.Select(Path.GetFileName));
        if (chain.Any(earlier => Path.GetFullPath(earlier) == Path.GetFullPath(path)))
        {
            log.Add(name, Key, $"the files extend each other in a circle: {way}", "a file that does not lead back here");
            return null;
        }

        if (longer.Length > MaximumDepth || _files.Count >= MaximumFiles)
        {
            log.Add(name, Key, $"too many files: {way}", $"at most {MaximumDepth} files one below the other, {MaximumFiles} in all");
            return null;
        }

        _paths.Add(path);
        (byte[] bytes, ScenarioError? obstacle) = ScenarioFile.Load(path);
        if (obstacle is not null)
        {
            log.Add(name, Key, $"{path}: {obstacle.Problem}", obstacle.Expected);
            return null;
        }

        var file = ScenarioFile.Parse(bytes, path, log);
        LocatedNode? root = Resolve(file, longer);
        if (root is LocatedMapping mapping)
        {
            return s_ownKeys.Aggregate(mapping, (rest, key) => rest.Without(key));
        }

        if (root is not null)
        {
            log.Add(root, "", $"there is {root.Description}", "a mapping of keys to values");
        }

        return null;
    }
}
