using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Sections;

namespace SensorSim.Scenes.Cousins;

/// <summary>What values an attribute takes.</summary>
internal abstract record ValueRule
{
    public static ValueRule Anything { get; } = new AnyValue();

    public static ValueRule Color { get; } = new ColorValue();

    public static ValueRule Truth { get; } = new TruthValue();

    public static ValueRule MaterialName { get; } = new NameValue("materials", "a material of the scene, or builtin:NAME of one of the library");

    public static ValueRule TextureFolder { get; } = new NameValue("folders", "a folder with the textures of one material (base colour, normal, roughness, metalness)") { NamesFiles = true };

    public static ValueRule ItemName { get; } = new NameValue("items", "an object: builtin:NAME of the library, a glTF file, or keep for what it is") { NamesFiles = true };

    public static ValueRule VariantName { get; } = new NameValue("variants", "a variant of the scene's file");

    public static ValueRule EnvironmentName { get; } = new NameValue("environments", $"a Radiance .hdr file, or {EnvironmentLight.Studio}") { NamesFiles = true };

    public static ValueRule Waveform { get; } = new WaveformValue();

    public static ValueRule Number(NumberRange range) => new NumberValue(range);

    /// <summary>One such value in a file.</summary>
    public abstract ValueSchema Schema { get; }

    /// <summary>Part of the name of its definition in the published schema, for values that no range tells apart.</summary>
    public virtual string SchemaName => "anything";

    /// <summary>Whether values are names of files, relative to the file of the scenario that says them.</summary>
    public bool NamesFiles { get; private init; }

    /// <summary>"a number of at least 0 (multiplies the lamp's intensity)".</summary>
    public abstract string Expected { get; }

    /// <summary>False when a draw could be something that the attribute does not take.</summary>
    public bool Accepts(Distribution distribution) => distribution switch
    {
        ChoiceDistribution choice => choice.Values.All(Accepts),
        ContinuousDistribution continuous => Accepts(continuous),
        _ => false,
    };

    public abstract bool Accepts(JsonValue value);

    protected virtual bool Accepts(ContinuousDistribution distribution) => false;

    /// <summary>A number, written as a whole one or not.</summary>
    public static double? NumberOf(JsonValue value) =>
        value.TryGetValue(out double number) ? number : value.TryGetValue(out long whole) ? whole : null;

    private sealed record AnyValue : ValueRule
    {
        public override ValueSchema Schema => new TextSchema("a value");

        public override string Expected => "a distribution";

        public override bool Accepts(JsonValue value) => true;

        protected override bool Accepts(ContinuousDistribution distribution) => true;
    }

    private sealed record NumberValue(NumberRange Range) : ValueRule
    {
        public override ValueSchema Schema => new NumberSchema(Range);

        public override string Expected => Range.Describe("values");

        public override bool Accepts(JsonValue value) => NumberOf(value) is double number && Range.Contains(number);

        protected override bool Accepts(ContinuousDistribution distribution) => Range.AllowsTails
            ? Range.Contains(distribution.Reach.Low) && Range.Contains(distribution.Reach.High)
            : Range.Contains(distribution.Minimum) && Range.Contains(distribution.Maximum);
    }

    private sealed record ColorValue : ValueRule
    {
        public override ValueSchema Schema => new TextSchema("an sRGB colour like \"#c8a060\"", "^#[0-9A-Fa-f]{6}$");

        public override string Expected => "sRGB colours like \"#c8a060\" (in quotes)";

        public override bool Accepts(JsonValue value) => value.TryGetValue(out string? text) && SrgbColor.TryParse(text, out _);
    }

    private sealed record TruthValue : ValueRule
    {
        public override ValueSchema Schema => new TruthSchema();

        public override string Expected => "true or false, or a list of both";

        public override bool Accepts(JsonValue value) => value.TryGetValue(out bool _);
    }

    private sealed record NameValue(string Plural, string What) : ValueRule
    {
        public override ValueSchema Schema => new TextSchema($"the name of {What}");

        public override string Expected => $"names, each of {What}";

        public override string SchemaName => $"names_of_{Plural}";

        public override bool Accepts(JsonValue value) => value.TryGetValue(out string? _);
    }

    // The reader gives each waveform a name.
    private sealed record WaveformValue : ValueRule
    {
        public override ValueSchema Schema => new AlternativesSchema(
            Expected, new TextSchema($"{WaveformChoiceSection.Steady}, or the id of a waveform's plugin"), PluginSection.Waveform);

        public override string Expected => $"waveforms: {WaveformChoiceSection.Steady}, a plugin's id, or {{ use: PLUGIN, parameter: value, … }}";

        public override string SchemaName => "waveforms";

        public override bool Accepts(JsonValue value) => value.TryGetValue(out string? _);
    }
}
