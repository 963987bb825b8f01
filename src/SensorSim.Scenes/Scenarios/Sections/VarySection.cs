using SensorSim.Plugins;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Variation;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>cousins.vary</c>: what varies, and what its values are drawn from.</summary>
internal static class VarySection
{
    public static PatternSchema Schema { get; } = new("a mapping of keys like \"lights.*.intensity\" to distributions", [.. CousinKey.Families.SelectMany(Keys), PlacementSection.Key]);

    public static List<VaryRule> Read(SectionReader cousins, bool hasEnvironment, bool hasPhysics)
    {
        var rules = new List<VaryRule>();
        if (cousins.Find("vary") is not { } node)
        {
            return rules;
        }

        foreach ((LocatedEntry entry, string path) in PatternReader.Entries(node, cousins.PathOf("vary"), Schema, cousins.Log))
        {
            if (!PlacementSection.IsKey(entry.Key) && Rule(entry, path, cousins.Log) is { } rule)
            {
                rules.Add(rule);
            }

            if (!hasEnvironment && CousinKey.Parse(entry.Key.Text) is { Family: CousinFamily.Environment })
            {
                cousins.Log.Add(entry.Key, path, "there is no environment to vary", $"a block such as environment: {{ hdr: {EnvironmentLight.Studio} }} in the scenario");
            }

            if (!hasPhysics && CousinKey.Parse(entry.Key.Text) is { } key && IsPhysical(key))
            {
                cousins.Log.Add(entry.Key, path, "there is no physics to vary", "a block such as physics: { backend: mujoco, bodies: [{ match: \"box_*\", motion: dynamic }] } in the scenario");
            }
        }

        return rules;
    }

    private static bool IsPhysical(CousinKey key) =>
        key.Family == CousinFamily.Physics || (key.Family == CousinFamily.Objects && PhysicsAttributes.Bodies.Any(attribute => attribute.Name == key.Attribute));

    private static VaryRule? Rule(LocatedEntry entry, string path, ReadingLog log)
    {
        var cases = new List<DistributionCase>();
        if (VaryKey.Check(entry.Key, path, log) is not { } values)
        {
            // Read all the same, so that errors in it are told at once and not when the key is mended.
            if (VaryKey.Meant(entry.Key, log) is { } meant && meant != ValueRule.Waveform && meant != ValueRule.ItemName)
            {
                DistributionSection.Read(entry.Value, path, meant, log, cases);
            }

            return null;
        }

        if (values == ValueRule.ItemName && entry.Value is LocatedMapping mapping && mapping.Find(ItemSelectionSection.Category) is not null)
        {
            return ItemSelectionSection.Read(mapping, path, log) is var (items, selection) ? new(entry.Key.Text, items, entry.Key.Position, entry.Value.Position) { Selection = selection } : null;
        }

        if (values == ValueRule.ItemName && entry.Value is LocatedSequence list && list.Items.FirstOrDefault(item => item is LocatedMapping one && one.Find(ItemSelectionSection.Category) is not null) is { } amongOthers)
        {
            log.Add(amongOthers, path, "a category is no choice among others", "{ category: NAME } in place of the list, or names alone: [keep, \"builtin:mug\", \"builtin:paper-cup\"]");
            return null;
        }

        var waveforms = new Dictionary<string, PluginUse>(StringComparer.Ordinal);
        LocatedNode node = values == ValueRule.Waveform ? WaveformChoiceSection.Named(entry.Value, path, log, waveforms)
            : values.NamesFiles ? DrawnFiles.In(entry.Value, path, log)
            : entry.Value;
        return DistributionSection.Read(node, path, values, log, cases) is { } distribution
            ? new(entry.Key.Text, distribution, entry.Key.Position, entry.Value.Position) { Cases = cases, Waveforms = waveforms }
            : null;
    }

    private static IEnumerable<KeySchema> Keys(KeyValuePair<string, CousinFamily> family) => family.Value switch
    {
        CousinFamily.Parameters =>
            [new(@"^parameters\.(.|\n)+$", DistributionSchema.Of(ValueRule.Anything), "A free parameter: recorded, without effect on the scene.", "[day, night]") { Sample = "parameters.shift" }],
        CousinFamily.Cameras => CameraAttributes.All.Select(OfCamera),
        _ => CousinAttributes.Of(family.Value).Select(attribute => Key(family.Key, CousinKey.IsSingle(family.Value), attribute)),
    };

    // Names of cameras hold no dots; ids of plugins do, names of parameters do not.
    private static KeySchema OfCamera(CousinAttribute attribute) => attribute.Name == CameraAttributes.StageAttribute
        ? new(@"^cameras\.[^.]+\.sensor\.(.|\n)+\.[^.]+$", DistributionSchema.Of(ValueRule.Anything), "A parameter of a camera's lens or of a stage of its sensor chain: sensor.PLUGIN.PARAMETER.", attribute.Example!) { Sample = "cameras.front.sensor.camera.noise.temperature_c" }
        : new($@"^cameras\.[^.]+\.{attribute.Name.Replace(".", @"\.", StringComparison.Ordinal)}$", DistributionSchema.Of(attribute.Values), $"{attribute.Name} of cameras: {attribute.Values.Expected}.", attribute.Example!) { Sample = $"cameras.front.{attribute.Name}" };

    private static ValueSchema ValuesOf(CousinAttribute attribute) => attribute.Values == ValueRule.ItemName
        ? new AlternativesSchema("names of objects, a distribution of them, or { category: NAME, size_within: SHARE }", DistributionSchema.Of(attribute.Values), ItemSelectionSection.Schema)
        : DistributionSchema.Of(attribute.Values);

    private static KeySchema Key(string family, bool isAlone, CousinAttribute attribute) => attribute.Name == LampAttributes.FlickerParameter
        ? new(@"^lights\.(.|\n)+\.flicker\.[^.]+$", DistributionSchema.Of(ValueRule.Anything), "A parameter of a lamp's waveform: flicker.PARAMETER.", attribute.Example!) { Sample = "lights.*.flicker.modulation" }
        : Plain(family, isAlone, attribute);

    private static KeySchema Plain(string family, bool isAlone, CousinAttribute attribute) => new(
        isAlone ? $@"^{family}\.{attribute.Name}$" : $@"^{family}\.(.|\n)+\.{attribute.Name}$",
        ValuesOf(attribute),
        $"{attribute.Name} of {family}: {attribute.Values.Expected}.",
        attribute.Example ?? attribute.Values.Schema switch
        {
            NumberSchema { Range.Max: > 1 and < double.PositiveInfinity, Range: var range } => $"{{ uniform: [{PlainNumber.Text(Math.Max(range.Min, 1))}, {PlainNumber.Text(range.Max)}] }}",
            NumberSchema => "{ uniform: [0.5, 1] }",
            TextSchema { Pattern: not null } => "[\"#c8a060\", \"#8a6a40\"]",
            TruthSchema => "[true, false]",
            _ => "[cardboard, plastic]",
        })
    {
        Sample = isAlone ? $"{family}.{attribute.Name}" : $"{family}.*.{attribute.Name}",
    };
}
