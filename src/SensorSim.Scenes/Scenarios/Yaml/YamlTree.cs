using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>
/// Builds located values from YAML. Bounded in depth and in size with aliases expanded, so that no input makes the
/// reader recurse or allocate without end.
/// </summary>
internal sealed class YamlTree
{
    private const int MaximumDepth = 32;
    private const long MaximumSize = 100_000;

    private static readonly Mark s_start = new(0, 1, 1);

    private readonly string _text;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Func<Mark, SourcePosition> _locate;
    private readonly List<ScenarioError> _errors;
    private readonly Dictionary<string, LocatedNode> _anchors = new(StringComparer.Ordinal);
    private long _size;

    private YamlTree(string text, Func<Mark, SourcePosition> locate, List<ScenarioError> errors)
    {
        _text = text;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
        _locate = locate;
        _errors = errors;
    }

    /// <summary>The only document of <paramref name="text"/>, or null after a syntax error.</summary>
    public static LocatedNode? Parse(string text, Func<Mark, SourcePosition> locate, List<ScenarioError> errors)
    {
        var tree = new YamlTree(text, locate, errors);
        try
        {
            return tree.Document();
        }
        catch (YamlException e)
        {
            errors.Add(StrangeSpace.FirstIn(text) is { } space
                ? new(locate(space), "", $"not valid YAML: {StrangeSpace.Problem}", StrangeSpace.Expected)
                : tree.Describe(e));
        }
        catch (InvalidOperationException)
        {
            // The scanner's way to say that a plain scalar breaks off where none may end.
            errors.Add(new(locate(tree._parser.Current?.End ?? s_start), "", "not valid YAML: what follows cannot be read", "',' or the closing bracket of the list or mapping that this stands in"));
        }

        return null;
    }

    // The scanner blames the value before a tab; it stands on the tab itself.
    private ScenarioError Describe(YamlException e) => e.Message switch
    {
        var message when message.Contains(" tab ", StringComparison.Ordinal) => new(_locate(_scanner.CurrentPosition), "", "not valid YAML: a tab indents this line", "spaces"),
        var message when message.Contains("anchor or alias", StringComparison.Ordinal) => new(_locate(e.Start), "", "not valid YAML: what begins with '*' or '&' stands for something else in the file", "quotes around it, as in match: \"*\""),
        var message when message.Contains("expected '-' indicator", StringComparison.Ordinal) =>
            new(_locate(e.End), "", "not valid YAML: this is no item of the list above it", "'- …' for another item, or the indentation of the key that the list belongs to"),
        var message when message.Contains("did not find expected key", StringComparison.Ordinal) && UnquotedKeyAt(e.End) is { } unquoted => unquoted,
        var message when message.Contains("did not find expected key", StringComparison.Ordinal) =>
            new(_locate(e.End), "", "not valid YAML: this does not go with the lines above it", "the same indentation as the keys beside it"),
        var message when message.Contains("found invalid mapping", StringComparison.Ordinal) =>
            new(_locate(e.Start), "", "not valid YAML: a key cannot follow here, for the value before it goes on in lines that are indented more", "the same indentation as the keys beside it, or quotes around a text with ': ' in it"),
        var message when message.Contains("flow mapping", StringComparison.Ordinal) => new(_locate(e.Start), "", "not valid YAML: a mapping that begins with '{' breaks off here", "',' or '}'"),
        var message when message.Contains("flow sequence", StringComparison.Ordinal) => new(_locate(e.Start), "", "not valid YAML: a list that begins with '[' breaks off here", "',' or ']'"),
        _ => new(_locate(e.Start), "", $"not valid YAML: {e.Message}"),
    };

    // A key that begins with '*' is read as an alias, and what follows it is blamed.
    private ScenarioError? UnquotedKeyAt(Mark end)
    {
        string line = _text.Split('\n')[(int)end.Line - 1], key = line.Trim().Split(':')[0];
        return key.StartsWith('*') ? new(_locate(new(end.Index, end.Line, line.IndexOf('*', StringComparison.Ordinal) + 1)), "", $"not valid YAML: a key that begins with '*' needs quotes: \"{key}\"") : null;
    }

    private LocatedNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _errors.Add(new(_locate(s_start), "", "there is nothing in it", "a mapping of keys to values"));
            return null;
        }

        LocatedNode node = Node(1);
        _parser.Consume<DocumentEnd>();
        return _parser.TryConsume<StreamEnd>(out _)
            ? node
            : throw Fail(_parser.Current!, "a second document begins here; a file holds one.");
    }

    private LocatedNode Node(int depth)
    {
        ParsingEvent head = _parser.Current ?? throw new YamlException("the text ends too early.");
        if (depth > MaximumDepth)
        {
            throw Fail(head, $"values are nested more than {MaximumDepth} deep.");
        }

        _parser.MoveNext();
        if (head is AnchorAlias alias)
        {
            return Expand(alias);
        }

        RefuseTag(head);
        LocatedNode node = head switch
        {
            Scalar scalar => Read(scalar),
            SequenceStart list => Read(list, depth),
            MappingStart mapping => Read(mapping, depth),
            _ => throw Fail(head, "a value is missing."),
        };
        Count(head, node is LocatedScalar ? node.Size : 1);
        if (head is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchors[anchored.Anchor.Value] = node;
        }

        return node;
    }

    private LocatedNode Expand(AnchorAlias alias)
    {
        LocatedNode node = _anchors.TryGetValue(alias.Value.Value, out LocatedNode? target)
            ? target
            : throw Fail(alias, $"a text that begins with '*' needs quotes: \"*{alias.Value.Value}\"; without them it repeats what is marked '&{alias.Value.Value}', and nothing complete before it is.");
        Count(alias, node.Size);
        return node;
    }

    private LocatedScalar Read(Scalar scalar) =>
        new(_locate(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty);

    private LocatedSequence Read(SequenceStart start, int depth)
    {
        var items = new List<LocatedNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new(_locate(start.Start), items);
    }

    private LocatedMapping Read(MappingStart start, int depth)
    {
        var entries = new List<LocatedEntry>();
        var taken = new Dictionary<string, SourcePosition>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            ParsingEvent at = _parser.Current!;
            var key = Node(depth + 1) as LocatedScalar ?? throw Fail(at, "a key is a word, not a list or a mapping.");
            LocatedNode value = Node(depth + 1);
            if (taken.TryAdd(key.Text, key.Position))
            {
                entries.Add(new(key, value));
            }
            else
            {
                _errors.Add(new(key.Position, key.Text, $"the key is there twice; first at {taken[key.Text]}"));
            }
        }

        return new(_locate(start.Start), entries);
    }

    private void Count(ParsingEvent at, long size)
    {
        _size += size;
        if (_size > MaximumSize)
        {
            throw Fail(at, $"it holds more than {MaximumSize} values (aliases counted each time, long texts as several).");
        }
    }

    private static void RefuseTag(ParsingEvent at)
    {
        if (at is NodeEvent { Tag.IsEmpty: false } tagged && tagged.Tag.Value != "tag:yaml.org,2002:str" && tagged.Tag.Value != "!")
        {
            throw Fail(at, $"the tag '{tagged.Tag.Value}' has no meaning here.");
        }
    }

    private static YamlException Fail(ParsingEvent at, string message) => new(at.Start, at.End, message);
}
