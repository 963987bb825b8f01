using System.Globalization;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Scenes.Scenarios.Sections;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Drafts;

/// <summary>A scenario that somebody else wrote who is not trusted: taken apart, looked at, and written anew in the program's own hand.</summary>
public static class DraftText
{
    /// <summary>The draft as YAML, or what is wrong with it. Nothing that it names is opened.</summary>
    /// <param name="utf8">YAML or JSON.</param>
    /// <param name="path">The name that messages use.</param>
    /// <param name="allowed">Paths and bases that the person chose: texts that are in order although they lead out of the scenario's folder.</param>
    public static (string? Yaml, IReadOnlyList<ScenarioError> Errors) Rewrite(ReadOnlySpan<byte> utf8, string path, IReadOnlySet<string> allowed)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(allowed);
        var log = new ReadingLog(path);
        LocatedNode? root = ScenarioFile.Parse(utf8, path, log).Root;
        if (root is LocatedMapping mapping)
        {
            Check(mapping, allowed, log);
            return log.Errors.Count == 0 ? (YamlWriter.Write(mapping), []) : (null, [.. ScenarioError.Once(log.Errors)]);
        }

        if (root is not null)
        {
            log.Add(root, "", $"there is {root.Description}", "a mapping of keys to values");
        }

        return (null, log.Errors);
    }

    /// <summary>A file that the person wrote in the same hand, without the block that says where it comes from; null where it cannot be read.</summary>
    public static string? Plain(ReadOnlySpan<byte> utf8) => ScenarioFile.Parse(utf8, "", new("")).Root is LocatedMapping root ? YamlWriter.Write(root.Without(DraftedSection.Key)) : null;

    /// <summary>Every text in a file that the person wrote; none where it cannot be read.</summary>
    public static IReadOnlySet<string> TextsOf(ReadOnlySpan<byte> utf8)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        Walk(ScenarioFile.Parse(utf8, "", new("")).Root, "", (scalar, _) => texts.Add(scalar.Text));
        return texts;
    }

    /// <summary>The file with the block that says where it comes from.</summary>
    public static string With(string yaml, DraftProvenance provenance)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentNullException.ThrowIfNull(provenance);
        return string.Create(CultureInfo.InvariantCulture, $"""
            {yaml.TrimEnd('\n')}
            {DraftedSection.Key}:
              model: {YamlWriter.Quoted(provenance.Model)}
              endpoint: {YamlWriter.Quoted(provenance.Endpoint)}
              prompt: {YamlWriter.Quoted(provenance.Prompt)}
              prompt_sha256: "{provenance.PromptSha256}"
              response_sha256: "{provenance.ResponseSha256}"
              attempts: {provenance.Attempts}

            """);
    }

    private static void Check(LocatedMapping root, IReadOnlySet<string> allowed, ReadingLog log)
    {
        if (root.Find(DraftedSection.Key) is { } drafted)
        {
            log.Add(drafted.Key, DraftedSection.Key, "the program writes this block itself", "a scenario without it");
        }

        Walk(root, "", (scalar, key) =>
        {
            if (allowed.Contains(scalar.Text))
            {
                return;
            }

            if (LeadsOut(scalar.Text))
            {
                log.Add(scalar, key, $"{scalar.Description} leads out of the scenario's folder", "a file in that folder, or builtin:NAME");
            }
            else if (key == Inheritance.Key || key.StartsWith($"{Inheritance.Key}[", StringComparison.Ordinal))
            {
                log.Add(scalar, key, $"a draft takes over no other file, and there is {scalar.Description}", "everything in one file");
            }
        });
    }

    private static bool LeadsOut(string text) =>
        text.StartsWith('/') || text.StartsWith('\\') || text.StartsWith('~') && text.Length > 1
        || text.Contains("file:", StringComparison.OrdinalIgnoreCase)
        || text.Contains("://", StringComparison.Ordinal)
        || (text.Length > 2 && char.IsAsciiLetter(text[0]) && text[1] == ':' && text[2] is '/' or '\\')
        || text.Split('/', '\\').Contains("..", StringComparer.Ordinal);

    private static void Walk(LocatedNode? node, string key, Action<LocatedScalar, string> visit)
    {
        switch (node)
        {
            case LocatedScalar scalar:
                visit(scalar, key);
                break;
            case LocatedSequence list:
                foreach ((int i, LocatedNode item) in list.Items.Index())
                {
                    Walk(item, string.Create(CultureInfo.InvariantCulture, $"{key}[{i}]"), visit);
                }

                break;
            case LocatedMapping mapping:
                foreach (LocatedEntry entry in mapping.Entries)
                {
                    Walk(entry.Value, KeyPath.Of(key, entry.Key.Text), visit);
                }

                break;
        }
    }
}
