using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>intent</c>: refused without it.</summary>
internal static class IntentSection
{
    private const string Expected = "a mapping with failure_mode, intended_use, artifact_risk, real_probe and discard_if";
    private static readonly string[] s_uses = ["train", "evaluate"];

    public static Intent? Read(SectionReader scenario)
    {
        if (scenario.Require("intent", Expected) is not { } node
            || SectionReader.Of(node, "intent", Expected, scenario.Log) is not { } section)
        {
            return null;
        }

        var intent = new Intent(
            Sentence(section, "failure_mode", "the weakness of a model that the data is for"),
            Uses(section),
            Sentence(section, "artifact_risk", "what a model might learn from the simulation instead of from the world"),
            Sentence(section, "real_probe", "the real data that tells whether it worked"),
            Sentence(section, "discard_if", "the result that would make you throw the data away"));
        section.RejectUnknown();
        return intent;
    }

    // Blanks would satisfy the reader and nobody else.
    private static string Sentence(SectionReader section, string key, string expected)
    {
        if (section.Mapping.Find(key)?.Value is LocatedScalar { Text: var text } blank && string.IsNullOrWhiteSpace(text))
        {
            section.Find(key);
            section.Log.Add(blank, section.PathOf(key), "there is nothing", expected);
            return "";
        }

        return section.RequireText(key, expected);
    }

    private static List<string> Uses(SectionReader section)
    {
        const string expected = "a list of train and evaluate";
        LocatedNode? list = section.Require("intended_use", expected);
        var uses = new List<string>();
        foreach ((LocatedNode item, string path) in section.Items(list, "intended_use", expected))
        {
            if (ScalarReader.Word(item, path, s_uses, [], section.Log) is string use)
            {
                uses.Add(use);
            }
        }

        if (list is LocatedSequence { Items.Count: 0 })
        {
            section.Log.Add(list, section.PathOf("intended_use"), "the list is empty", expected);
        }

        return uses;
    }
}
