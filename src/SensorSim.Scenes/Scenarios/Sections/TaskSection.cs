using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>task</c>: what a robot would be told to do.</summary>
internal static class TaskSection
{
    public static MappingSchema Schema { get; } = new(
        new("verb", new WordSchema([.. TaskWords.Verbs]), "What is done: a word of a small vocabulary.", "pick") { IsRequired = true },
        new("object", new TextSchema("a category, or the name of an object"), "What it is done to: a category, or the name of an object.", "part") { IsRequired = true },
        new("goal", new TextSchema("where to, or with what"), "Where to, or with what.", "bin_2"),
        new("success", SuccessSection.Schema, "What decides whether an episode did it; all conditions must hold.", "[{ object: part, on: bin_2 }]"),
        new("on_failure", new WordSchema("reject", "keep"), "Whether frames of an episode that fails are rejected, or kept and told apart by their records.", "keep") { Default = "reject", Needs = "success" });

    public static TaskWords? Read(SectionReader scenario)
    {
        // What is wrong was told; conditions are read all the same, for what is wrong with them.
        return scenario.Section("task") is not { } section ? null : new(section.Word("verb") ?? TaskWords.Verbs[0], section.Text("object") ?? "", section.Text("goal"))
        {
            Success = SuccessSection.ReadAll(section),
            KeepsFailures = section.Word("on_failure") == "keep",
        };
    }
}
