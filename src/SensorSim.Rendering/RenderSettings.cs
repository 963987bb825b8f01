namespace SensorSim.Rendering;

/// <summary>What is the same for every frame of a run.</summary>
public sealed record RenderSettings
{
    /// <summary>Samples of the colour image for each pixel: 1 or 4. Labels have one sample, at the pixel's centre.</summary>
    public int Msaa { get; init; } = 1;

    public LabelKinds Labels { get; init; } = LabelKinds.Default;

    public DepthFormat DepthFormat { get; init; }

    /// <summary>Metres for each step of <see cref="DepthFormat.Steps"/>.</summary>
    public double DepthStepMetres { get; init; } = 0.001;

    /// <summary>Bits of a category id, 8 or 16.</summary>
    public int CategoryBits { get; init; } = 8;

    /// <summary>Texels along one side of a shadow map; 0 casts no shadows.</summary>
    public int ShadowMapSide { get; init; } = 1024;

    /// <summary>
    /// Most cascades of a directional lamp, 0 to 4: parts of its shadow map at a higher resolution, fitted to what a view sees near it. A view whose
    /// pixels are coarser than the texels of the one map has none.
    /// </summary>
    public int ShadowCascades { get; init; } = 4;

    /// <summary>Most samples of anisotropic filtering; null is 16, or 1 on a software device, where each sample costs as much as a texture.</summary>
    public int? Anisotropy { get; init; }

    /// <summary>
    /// Filters all textures of a material together in the shader, where they fit, instead of each with the device's sampler, without anisotropy;
    /// null does so on a software device, where it is several times faster.
    /// </summary>
    public bool? InterleaveTextures { get; init; }

    /// <summary>Whether results come to the host; else they stay on the device, and outputs have no planes.</summary>
    public bool ReadsBack { get; init; } = true;

    /// <summary>Bytes on the device for rays of lenses beside those of the last frame: 16 a pixel, for each lens that samples draw.</summary>
    public ulong LensRayBytes { get; init; } = 256UL << 20;

    /// <summary>Frames that overlap on the device.</summary>
    public int FramesInFlight { get; init; } = 2;

    /// <summary>Results that may wait for a reader at once; when all do, <see cref="FrameRenderer.Submit"/> blocks.</summary>
    public int ReadbackSlots { get; init; } = 4;

    internal void Validate()
    {
        Require(IsPair(LabelKinds.ForwardFlow, LabelKinds.ForwardSceneFlow) && IsPair(LabelKinds.BackwardFlow, LabelKinds.BackwardSceneFlow), nameof(Labels), Labels, "flow and scene flow of a direction together");
        Require(Labels.HasFlag(LabelKinds.Coverage) || !Labels.HasFlag(LabelKinds.SoloMasks), nameof(Labels), Labels, "solo masks with coverage");
        Require(Msaa is 1 or 4, nameof(Msaa), Msaa, "1 or 4");
        Require(CategoryBits is 8 or 16, nameof(CategoryBits), CategoryBits, "8 or 16");
        Require(DepthStepMetres > 0 && double.IsFinite(DepthStepMetres), nameof(DepthStepMetres), DepthStepMetres, "a positive number of metres");
        Require(ShadowMapSide is 0 or (>= 64 and <= 8192), nameof(ShadowMapSide), ShadowMapSide, "0, or 64 to 8192");
        Require(ShadowCascades is >= 0 and <= 4, nameof(ShadowCascades), ShadowCascades, "0 to 4");
        Require(Anisotropy is null or (>= 1 and <= 16), nameof(Anisotropy), Anisotropy, "1 to 16");
        Require(FramesInFlight is >= 1 and <= 8, nameof(FramesInFlight), FramesInFlight, "1 to 8");
        Require(ReadbackSlots >= FramesInFlight, nameof(ReadbackSlots), ReadbackSlots, "at least the frames in flight");
    }

    private bool IsPair(LabelKinds flow, LabelKinds sceneFlow) => Labels.HasFlag(flow) == Labels.HasFlag(sceneFlow);

    private static void Require(bool holds, string name, object? value, string expected)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"Expected {expected}.");
        }
    }
}
