using SensorSim.Scenes.Scenarios.Drafts;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>drafted</c>: written by the program into what a language model drafted.</summary>
internal static class DraftedSection
{
    public const string Key = "drafted";

    private const string Digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public const string Example = $"{{ model: local-model, endpoint: \"http://localhost:8080/v1\", prompt: a dim aisle, prompt_sha256: {Digest}, response_sha256: {Digest}, attempts: 1 }}";

    private static readonly TextSchema s_digest = new("a SHA-256 in lower-case hex", "^[0-9a-f]{64}$");

    public static MappingSchema Schema { get; } = new(
        new("model", new TextSchema("the model's name"), "The model that was asked.", "local-model") { IsRequired = true },
        new("endpoint", new TextSchema("the endpoint's address"), "Where it was asked.", "\"http://localhost:8080/v1\"") { IsRequired = true },
        new("prompt", new TextSchema("what was wanted"), "What the person wanted, in the person's words.", "a dim aisle with one flickering lamp") { IsRequired = true },
        new("prompt_sha256", s_digest, "SHA-256 of the request that got the answer.", Digest) { IsRequired = true },
        new("response_sha256", s_digest, "SHA-256 of the answer's text.", Digest) { IsRequired = true },
        new("attempts", new IntegerSchema(1, DraftProvenance.MostAttempts, "answers"), "Answers it took: one and the repairs.", "1") { IsRequired = true });

    public static DraftProvenance? Read(SectionReader scenario) => scenario.Section(Key) is { } section
        ? new(
            section.Text("model") ?? "", section.Text("endpoint") ?? "", section.Text("prompt") ?? "",
            section.Text("prompt_sha256") ?? "", section.Text("response_sha256") ?? "", (int)(section.Integer("attempts") ?? 1))
        : null;
}
