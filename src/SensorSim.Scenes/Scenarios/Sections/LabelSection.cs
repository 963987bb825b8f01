using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>labels</c>: a list, or the name of a set.</summary>
internal static class LabelSection
{
    public static LabelSet Read(SectionReader scenario)
    {
        const string expected = "a list of labels, or default, or all";
        switch (scenario.Find("labels"))
        {
            case null:
                return LabelSet.Default;
            case LocatedScalar { Text: var label } single when LabelNames.Single.ContainsKey(label):
                scenario.Log.Add(single, "labels", $"'{label}' alone is no list", $"[{label}], or default, or all");
                return LabelSet.None;
            case LocatedScalar set:
                return ScalarReader.Word(set, "labels", [.. LabelNames.Sets.Keys], [], scenario.Log) is string name
                    ? LabelNames.Sets[name]
                    : LabelSet.None;
            case LocatedSequence { Items.Count: 0 } empty:
                scenario.Log.Add(empty, "labels", "the list is empty", "at least one label");
                return LabelSet.None;
            case var list:
                return scenario.Items(list, "labels", expected).Aggregate(LabelSet.None, (set, item) => Add(set, item.Node, item.Path, scenario.Log));
        }
    }

    private static LabelSet Add(LabelSet set, LocatedNode item, string path, ReadingLog log)
    {
        if (ScalarReader.Word(item, path, [.. LabelNames.Single.Keys], [], log) is not string name)
        {
            return set;
        }

        LabelSet label = LabelNames.Single[name];
        if (set.HasFlag(label))
        {
            log.Add(item, path, $"the label '{name}' is there twice");
        }

        return set | label;
    }
}
