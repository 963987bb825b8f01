using System.Text.Json;
using SensorSim.Video.Controls;

namespace SensorSim.Plugins.StyleCosmos;

/// <summary>A control that is turned on.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Weight">Above 0, up to 1.</param>
/// <param name="Strength">Preset of edges and blur; null of the others.</param>
internal sealed record Control(ControlKind Kind, double Weight, ControlStrength? Strength)
{
    /// <summary>"edge", "vis", "depth", "seg".</summary>
    public string Name => NameOf(Kind);

    /// <summary>"medium"; null where there is no preset.</summary>
    public string? Preset => Strength is { } strength ? JsonNamingPolicy.SnakeCaseLower.ConvertName(strength.ToString()) : null;

    /// <summary>Those with a weight, in the order in which Cosmos-Transfer lists them.</summary>
    public static IReadOnlyList<Control> Of(CosmosParameters parameters) =>
    [
        .. new Control[]
        {
            new(ControlKind.Edge, parameters.ControlEdge, parameters.EdgeThreshold), new(ControlKind.Vis, parameters.ControlVis, parameters.VisBlur),
            new(ControlKind.Depth, parameters.ControlDepth, null), new(ControlKind.Seg, parameters.ControlSeg, null),
        }.Where(control => control.Weight > 0),
    ];

    public static string NameOf(ControlKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
