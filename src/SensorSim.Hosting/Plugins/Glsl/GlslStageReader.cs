using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Plugins.Glsl;

/// <summary>Reads <c>$.stage</c> of the manifest of a plugin of GLSL alone.</summary>
internal static class GlslStageReader
{
    private const int MaximumPasses = 64;

    private static readonly string[] s_common = ["type", "input", "output", "range", "slope"];

    /// <exception cref="PluginException">A key is missing, unknown or wrong; the message has the JSON path.</exception>
    public static GlslStageDeclaration Read(ManifestObject stage, string shader)
    {
        GlslStageKind kind = stage.Choice<GlslStageKind>("type");
        stage.RequireKeys([.. s_common, .. KeysOf(kind)]);
        SampleLayout input = Optional(stage, "input_layout", SampleLayout.Rgb, key => stage.Choice<SampleLayout>(key));
        return new()
        {
            Kind = kind,
            Shader = shader,
            Input = stage.Choice<SignalDomain>("input"),
            Output = stage.Choice<SignalDomain>("output"),
            InputLayout = input,
            OutputLayout = Optional(stage, "output_layout", input, key => stage.Choice<SampleLayout>(key)),
            Passes = Optional(stage, "passes", 1, key => stage.Integer(key, 1, MaximumPasses)),
            MayRepeat = Optional(stage, "may_repeat", true, stage.Flag),
            Filters = kind == GlslStageKind.Mosaic ? FiltersOf(stage) : null,
            Range = Optional(stage, "range", null, key => RangeOf(stage.Object(key))),
            Slope = Optional(stage, "slope", 1, stage.Number),
        };
    }

    private static string[] KeysOf(GlslStageKind kind) => kind switch
    {
        GlslStageKind.Sample => ["may_repeat"],
        GlslStageKind.Pointwise => ["may_repeat", "input_layout", "output_layout"],
        GlslStageKind.Mosaic => ["filters"],
        _ => ["may_repeat", "input_layout", "output_layout", "passes"],
    };

    private static SignalRange? RangeOf(ManifestObject range)
    {
        range.RequireKeys("black_level", "white_level");
        return new(range.Number("black_level"), Optional(range, "white_level", double.PositiveInfinity, range.Number));
    }

    private static FilterPattern FiltersOf(ManifestObject stage)
    {
        FilterColor[] colors = [.. stage.List("filters").Select(item => ManifestObject.Choice<FilterColor>(item.Element.ToString(), item.Path))];
        return colors is [var topLeft, var topRight, var bottomLeft, var bottomRight]
            ? new(topLeft, topRight, bottomLeft, bottomRight)
            : throw stage.Expected("filters", "a list of four colours, top left, top right, bottom left and bottom right,");
    }

    private static T Optional<T>(ManifestObject node, string key, T otherwise, Func<string, T> read) => node.Has(key) ? read(key) : otherwise;
}
