using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Styles;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>style</c>: another look for pictures or textures. Keys that are not listed here are parameters of the backend, which the host knows.</summary>
internal static class StyleSection
{
    /// <summary>What <c>target</c> says when it is no path.</summary>
    public const string Textures = "textures";

    private const string Target = "target";
    private const string Images = "images";
    private const string Stage = "stage";
    private const string Gate = "gate";
    private const string OnFailure = "on_failure";
    private const string Detector = "detector";

    public static DefinedSchema Schema { get; } = new("style", "a mapping { use: BACKEND, target: IMAGES, parameter: value, … }");

    /// <summary>Null without the section, and when it names no backend.</summary>
    public static StyleSettings? Read(SectionReader scenario)
    {
        if (scenario.Find("style") is not { } node || PluginSection.Read(node, "style", null, scenario.Log, "style.", [.. StyleSettings.Keys]) is not { } use)
        {
            return null;
        }

        var mapping = (LocatedMapping)node;
        string? target = TextOf(mapping, Target, scenario.Log), images = TextOf(mapping, Images, scenario.Log);
        bool isOnTextures = target == Textures;
        if (images is not null && !isOnTextures)
        {
            scenario.Log.Add(mapping.Find(Images)!.Value, "style.images", "target says which images these are", "target: IMAGES alone, or target: textures beside images");
        }

        if (isOnTextures && mapping.Find(Stage)?.Value is { } stage)
        {
            scenario.Log.Add(stage, "style.stage", "textures are restyled before anything is rendered", "no stage beside target: textures");
        }

        if (isOnTextures && mapping.Find(Gate)?.Value is { } gate)
        {
            scenario.Log.Add(gate, "style.gate", "textures are restyled before anything is rendered, and no picture is held to labels", "no gate beside target: textures");
        }

        return new(use)
        {
            Target = isOnTextures ? images : target,
            Stage = isOnTextures ? StyleStage.Textures : StageOf(mapping, scenario.Log),
            Gate = GateOf(mapping, scenario.Log),
            WrittenIn = mapping.Entries.Where(entry => entry.Value.Position.Line > 0).ToDictionary(entry => entry.Key.Text, entry => entry.Value.Position.File, StringComparer.Ordinal),
            Position = mapping.Position,
        };
    }

    private static string? TextOf(LocatedMapping mapping, string key, ReadingLog log) =>
        mapping.Find(key)?.Value is { } node && ScalarReader.Text(node, $"style.{key}", log, "a file, a folder or a pattern of images") is { } text
            ? text == Textures ? text : log.Relocate(text, node.Position)
            : null;

    private static StyleStage StageOf(LocatedMapping style, ReadingLog log) =>
        style.Find(Stage)?.Value is { } node && ScalarReader.Word(node, "style.stage", [.. StyleStages.OfPictures.Keys], log) is { } word ? StyleStages.OfPictures[word] : StyleStage.AfterSensor;

    private static StyleGate GateOf(LocatedMapping style, ReadingLog log)
    {
        if (style.Find(Gate)?.Value is not { } node)
        {
            return StyleGate.Default;
        }

        if (node is not LocatedMapping mapping)
        {
            return ScalarReader.Word(node, "style.gate", Words, log) is { } word ? StyleGate.Default with { OnFailure = ActionOf(word) } : StyleGate.Default;
        }

        var thresholds = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (LocatedEntry entry in mapping.Entries.Where(entry => entry.Key.Text is not (OnFailure or Detector)))
        {
            thresholds.Add(entry.Key.Text, ScalarReader.Json(entry.Value, $"style.gate.{entry.Key.Text}", log));
        }

        string? action = mapping.Find(OnFailure)?.Value is { } said ? ScalarReader.Word(said, "style.gate.on_failure", Words, log) : null;
        string? detector = mapping.Find(Detector)?.Value is { } file && ScalarReader.Text(file, "style.gate.detector", log, "an ONNX file") is { } path ? log.Relocate(path, file.Position) : null;
        return new(action is null ? GateAction.Reject : ActionOf(action), thresholds) { Detector = detector };
    }

    private static string[] Words => [.. Enum.GetNames<GateAction>().Select(name => name.ToLowerInvariant())];

    private static GateAction ActionOf(string word) => Enum.Parse<GateAction>(word, ignoreCase: true);
}
