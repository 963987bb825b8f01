using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>intent</c>: refused without it.</summary>
internal static class IntentSection
{
    private static readonly WordSchema s_use = new("train", "evaluate");

    public static MappingSchema Schema { get; } = new(
        Sentence("failure_mode", "the weakness of a model that the data is for", "dim or flickering aisle light"),
        new("intended_use", new ListSchema(s_use, "a list of train and evaluate") { MinCount = 1 }, "What the data is for: to train, to evaluate, or both.", "[train, evaluate]") { IsRequired = true },
        Sentence("artifact_risk", "what a model might learn from the simulation instead of from the world", "bands may line up with shelf labels"),
        Sentence("real_probe", "the real data that tells whether it worked", "200 hand-labelled frames of aisle 7"),
        Sentence("discard_if", "the result that would make you throw the data away", "real-panel mAP falls by more than 1 point"));

    public static Intent? Read(SectionReader scenario) => scenario.Section("intent") is { } section
        ? new(Text(section, "failure_mode"), Uses(section), Text(section, "artifact_risk"), Text(section, "real_probe"), Text(section, "discard_if"))
        : null;

    private static KeySchema Sentence(string name, string meaning, string example) =>
        new(name, new TextSchema(meaning), $"{char.ToUpperInvariant(meaning[0])}{meaning[1..]}.", example) { IsRequired = true };

    private static string Text(SectionReader section, string key) => section.Text(key) ?? "";

    private static List<string> Uses(SectionReader section) =>
        [.. section.Items("intended_use").Select(item => ScalarReader.Word(item.Node, item.Path, s_use.Words, section.Log)).OfType<string>()];
}
