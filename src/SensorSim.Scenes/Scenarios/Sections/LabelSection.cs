using SensorSim.Plugins;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>labels</c>: a list, or the name of a set.</summary>
internal static class LabelSection
{
    private static readonly WordSchema s_set = new([.. LabelNames.Sets.Keys]);
    private static readonly WordSchema s_label = new([.. LabelNames.Single.Keys]);

    public static AlternativesSchema Schema { get; } = new(
        "a list of labels, or default, or all", s_set, new ListSchema(s_label, "at least one label, or default, or all") { MinCount = 1, IsSet = true });

    public static LabelSet Read(SectionReader scenario) => scenario.Find("labels") switch
    {
        null => LabelSet.Default,
        LocatedScalar word => OfWord(word, scenario.Log),
        _ => scenario.Items("labels").Aggregate(LabelSet.None, (set, item) => Add(set, item.Node, item.Path, scenario.Log, scenario.Has("physics"))),
    };

    private static LabelSet OfWord(LocatedScalar word, ReadingLog log)
    {
        if (NoSet(word) is { } wrong)
        {
            log.Add(word, "labels", wrong.Problem, wrong.Expected);
            return LabelSet.None;
        }

        return ScalarReader.Word(word, "labels", s_set.Words, log) is string name ? LabelNames.Sets[name] : LabelSet.None;
    }

    // Why a word is no set, where it is like labels; else null.
    private static (string Problem, string Expected)? NoSet(LocatedScalar word) => word.Text switch
    {
        var label when LabelNames.Single.ContainsKey(label) => ($"'{label}' alone is no list", $"[{label}], or default, or all"),
        var other when Other(other) is { } meant => meant,
        var labels when labels.Contains(',', StringComparison.Ordinal) => ($"there is {word.Description}, which is no list", $"brackets around it: [{labels}]"),
        _ when word.IsBlank => ("there is nothing", $"{Schema.Expected}; labels are {string.Join(", ", s_label.Words)}"),
        var near when NearestName.Of(near, [.. s_set.Words, .. s_label.Words]) is { } label && LabelNames.Single.ContainsKey(label) => ($"there is '{near}', which is no list of labels", $"[{label}], or default, or all"),
        _ => null,
    };

    // Names that other programs have for what is not a label here, or is more than one.
    private static (string Problem, string Expected)? Other(string word) => word.ToUpperInvariant() switch
    {
        "BOX" or "BOXES" or "BBOX" or "BBOXES" or "BOUNDING_BOX" or "BOUNDING_BOXES" => ("boxes are in every record, and export --format coco writes them", $"a list without '{word}'"),
        "SEGMENTATION" or "SEGMENTATIONS" or "SEG" or "MASK" or "MASKS" => ($"there is '{word}'", "instance or semantic"),
        _ => null,
    };

    private static LabelSet Add(LabelSet set, LocatedNode item, string path, ReadingLog log, bool hasPhysics)
    {
        if (item is LocatedScalar { Text: var word } && Other(word) is { } meant)
        {
            log.Add(item, path, meant.Problem, meant.Expected);
            return set;
        }

        if (ScalarReader.Word(item, path, s_label.Words, log) is not string name)
        {
            return set;
        }

        LabelSet label = LabelNames.Single[name];
        if (set.HasFlag(label))
        {
            log.Add(item, path, $"the label '{name}' is there twice");
        }

        if (label == LabelSet.Steps && !hasPhysics)
        {
            log.Add(item, path, "there is no physics whose steps could be written", "a block such as physics: { backend: mujoco, bodies: [{ match: \"box_*\", motion: dynamic }] } in the scenario");
        }

        return set | label;
    }
}
