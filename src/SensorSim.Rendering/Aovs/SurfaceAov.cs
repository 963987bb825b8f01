namespace SensorSim.Rendering.Aovs;

/// <summary>One output of the surface kernel: float32 samples, interleaved, 0 where nothing is.</summary>
/// <param name="Kind">Which label it is.</param>
/// <param name="Channels">Samples of a pixel.</param>
internal sealed record SurfaceAov(LabelKinds Kind, int Channels)
{
    /// <summary>In the order of the offsets of surfaces.comp.</summary>
    public static IReadOnlyList<SurfaceAov> All { get; } =
    [
        new(LabelKinds.Range, 1),
        new(LabelKinds.Position, 3),
        new(LabelKinds.GeometricNormal, 3),
        new(LabelKinds.Part, 1),
        new(LabelKinds.Material, 1),
        new(LabelKinds.ObjectCoordinates, 3),
        new(LabelKinds.TexCoord, 2),
    ];

    /// <summary>Those that are wanted, with their places in <see cref="All"/>.</summary>
    public static IEnumerable<(int Index, SurfaceAov Aov)> In(LabelKinds labels) => All.Index().Where(aov => labels.HasFlag(aov.Item.Kind));
}
