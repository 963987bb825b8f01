namespace SensorSim.Rendering.Aovs;

/// <summary>One output beside the labels of every frame: float32 samples, interleaved, 0 where nothing is.</summary>
/// <param name="Kind">Which label it is.</param>
/// <param name="Channels">Samples of a pixel.</param>
internal sealed record SurfaceAov(LabelKinds Kind, int Channels)
{
    /// <summary>Outputs of surfaces.comp, in the order of its offsets; those of flow.comp come after them, and last those of materials.comp.</summary>
    public static IReadOnlyList<SurfaceAov> All { get; } =
    [
        new(LabelKinds.Range, 1),
        new(LabelKinds.Position, 3),
        new(LabelKinds.GeometricNormal, 3),
        new(LabelKinds.Part, 1),
        new(LabelKinds.Material, 1),
        new(LabelKinds.ObjectCoordinates, 3),
        new(LabelKinds.TexCoord, 2),
        new(LabelKinds.ForwardFlow, 3),
        new(LabelKinds.BackwardFlow, 3),
        new(LabelKinds.ForwardSceneFlow, 3),
        new(LabelKinds.BackwardSceneFlow, 3),
        new(LabelKinds.Albedo, 4),
        new(LabelKinds.RoughnessMetallic, 3),
        new(LabelKinds.Emission, 3),
    ];

    /// <summary>Outputs of surfaces.comp.</summary>
    public const int SurfaceCount = 7;

    /// <summary>Place of the first output of materials.comp.</summary>
    public const int FirstMaterial = 11;

    /// <summary>Outputs of materials.comp.</summary>
    public const int MaterialCount = 3;

    /// <summary>Those that are wanted, with their places in <see cref="All"/>.</summary>
    public static IEnumerable<(int Index, SurfaceAov Aov)> In(LabelKinds labels) => All.Index().Where(aov => labels.HasFlag(aov.Item.Kind));
}
