using SensorSim.Datasets.Images;
using SensorSim.Datasets.Labels;
using SensorSim.Datasets.Storage;
using SensorSim.Geometry;
using SensorSim.Hosting.Records;
using SensorSim.Rendering;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Signals;

namespace SensorSim.Hosting.Runs;

/// <summary>Names a view's results as the dataset does, and says how each is stored.</summary>
/// <param name="labels">What is wanted.</param>
/// <param name="depthFile">How depth is stored.</param>
/// <param name="depthScale">Metres per unit of a 16-bit depth image.</param>
public sealed class FramePlanes(LabelSet labels, ImageFormat depthFile, DepthScale depthScale)
{
    /// <summary>What object entries need, whatever is stored.</summary>
    public const LabelKinds ObjectKinds = LabelKinds.Instance | LabelKinds.Coverage;

    private static readonly PlaneEncoding s_exr = PlaneEncoding.Default with { Format = ImageFormat.Exr };

    /// <summary>What the sensor images are made from: their files say so. Label images are no pictures and carry nothing.</summary>
    public DigitalSourceType Source { get; init; } = DigitalSourceType.Composite;

    /// <summary>How pictures are stored: PNG or JPEG.</summary>
    public ImageFormat PictureFile { get; init; } = ImageFormat.Png;

    /// <summary>What is wanted.</summary>
    public LabelSet Labels => labels;

    /// <summary>What the renderer has to make for the stored planes.</summary>
    public LabelKinds Kinds => LabelSources.Of(labels);

    public DepthFormat DepthFormat => depthFile == ImageFormat.Exr ? DepthFormat.Metres : DepthFormat.Steps;

    public double DepthStepMetres => depthScale.MetresPerUnit;

    /// <summary>Output name → pixels. The memory is the view's.</summary>
    public IReadOnlyDictionary<string, PixelPlane> Of(ViewOutput view, SensorChain chain)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(chain);
        var captured = CapturedChains.Of(chain, labels);
        var planes = new SortedDictionary<string, PixelPlane>(StringComparer.Ordinal);
        foreach ((string name, LabelSet label) in LabelNames.Single.Where(label => (labels & ~(LabelSet.InRecord | LabelSet.Steps)).HasFlag(label.Value) && Exists(label.Value, view)))
        {
            planes.Add(name, label switch
            {
                LabelSet.Rgb or LabelSet.Clean or LabelSet.NoiseVariance or LabelSet.Radiance => captured.PlaneOf(view, label),
                LabelSet.Points => PointCloud.Of(view.Surfaces[LabelKinds.Position], view.Instance!.Value, view.Category!.Value, captured.PlaneOf(view, LabelSet.Rgb)),
                _ => LabelOf(view, label),
            });
        }

        return planes;
    }

    /// <summary>The same with the steps of the physics engine, where they are asked for.</summary>
    public IReadOnlyDictionary<string, PixelPlane> Of(ViewOutput view, FrameJob job, SceneInstance cousin)
    {
        ArgumentNullException.ThrowIfNull(job);
        IReadOnlyDictionary<string, PixelPlane> planes = Of(view, job.Chain);
        return labels.HasFlag(LabelSet.Steps) && cousin.Motion is SimulatedMotion motion
            ? new SortedDictionary<string, PixelPlane>(planes.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) { [PhysicsSteps.Output] = JsonLines.PlaneOf(PhysicsSteps.Of(motion, job.Shot.PreviousSeconds, job.TimeSeconds)) }
            : planes;
    }

    /// <summary>Output name → encoding, for the picture and what is made of the same light or has its colours.</summary>
    /// <param name="pictureFile">PNG or JPEG.</param>
    /// <param name="content">What the picture is like, where that is known.</param>
    /// <param name="source">What pictures are made from: their files say so.</param>
    public static IReadOnlyDictionary<string, PlaneEncoding> PictureEncodings(ImageFormat pictureFile, PngContent content, DigitalSourceType source) => new Dictionary<string, PlaneEncoding>(StringComparer.Ordinal)
    {
        ["rgb"] = PlaneEncoding.Default with { Format = pictureFile, Content = content, Xmp = XmpPacket.Of(source) },
        ["clean"] = PlaneEncoding.Default with { Content = PngContent.Smooth, Xmp = XmpPacket.Of(source) },
        ["noise_variance"] = s_exr,
        ["radiance"] = s_exr,
        ["points"] = PlaneEncoding.Default with { Format = ImageFormat.Ply },
    };

    /// <summary>Output name → encoding, for the outputs that are not plain PNG.</summary>
    public IReadOnlyDictionary<string, PlaneEncoding> Encodings(ViewOutput view, SensorChain chain)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(chain);
        return new Dictionary<string, PlaneEncoding>(PictureEncodings(PictureFile, IsNoisy(chain) ? PngContent.Noisy : PngContent.Smooth, Source), StringComparer.Ordinal)
        {
            ["depth"] = depthFile == ImageFormat.Exr
                ? PlaneEncoding.DepthExr(view.DepthKind)
                : PlaneEncoding.Depth(depthScale.MetresPerUnit, view.DepthKind),
            ["range"] = depthFile == ImageFormat.Exr ? PlaneEncoding.DepthExr("range") : PlaneEncoding.Depth(depthScale.MetresPerUnit, "range"),
            ["position"] = s_exr,
            ["uv"] = s_exr,
            ["scene_flow"] = s_exr,
            ["scene_flow_backward"] = s_exr,
            ["emissive"] = s_exr,
            [PhysicsSteps.Output] = PlaneEncoding.Default with { Format = ImageFormat.JsonLines },
        };
    }

    // The last step has no forward flow, the first no backward one.
    private static bool Exists(LabelSet label, ViewOutput view) => LabelSources.Of(label) switch
    {
        LabelSources.ForwardFlow => view.Surfaces.ContainsKey(LabelKinds.ForwardFlow),
        LabelSources.BackwardFlow => view.Surfaces.ContainsKey(LabelKinds.BackwardFlow),
        _ => true,
    };

    private PixelPlane LabelOf(ViewOutput view, LabelSet label) => label switch
    {
        LabelSet.Depth => view.Depth!.Value,
        LabelSet.Instance => view.Instance!.Value,
        LabelSet.Semantic => view.Category!.Value,
        LabelSet.Normal => view.Normal!.Value,
        LabelSet.Range when depthFile == ImageFormat.Png => depthScale.Quantise(view.Surfaces[LabelKinds.Range]),
        LabelSet.GeometricNormal => SurfaceCodes.OfDirections(view.Surfaces[LabelKinds.GeometricNormal]),
        LabelSet.Part or LabelSet.Material => SurfaceCodes.OfNumbers(view.Surfaces[LabelSources.Of(label)]),
        LabelSet.Flow => FlowCodes.OfMovement(view.Surfaces[LabelKinds.ForwardFlow]),
        LabelSet.FlowBackward => FlowCodes.OfMovement(view.Surfaces[LabelKinds.BackwardFlow]),
        LabelSet.Occlusion => FlowCodes.OfOcclusion(view.Surfaces[LabelKinds.ForwardFlow]),
        LabelSet.OcclusionBackward => FlowCodes.OfOcclusion(view.Surfaces[LabelKinds.BackwardFlow]),
        LabelSet.SceneFlow => view.Surfaces[LabelKinds.ForwardSceneFlow],
        LabelSet.SceneFlowBackward => view.Surfaces[LabelKinds.BackwardSceneFlow],
        LabelSet.Albedo => MaterialCodes.OfAlbedo(view.Surfaces[LabelKinds.Albedo]),
        LabelSet.RoughnessMetallic => SurfaceCodes.OfShares(view.Surfaces[LabelKinds.RoughnessMetallic]),
        LabelSet.Boundary => OcclusionBoundaries.Of(
            view.Instance!.Value, view.Surfaces[LabelKinds.Range], view.Surfaces[LabelKinds.Position], view.Surfaces[LabelKinds.GeometricNormal], view.Camera, CameraByRow(view)),
        LabelSet.Nocs => SurfaceCodes.OfShares(view.Surfaces[LabelKinds.ObjectCoordinates]),
        _ => view.Surfaces[LabelSources.Of(label)],
    };

    private static Matrix4x4d[]? CameraByRow(ViewOutput view) => view.LabelRows.Count == 0
        ? null
        : [.. view.LabelRows.SelectMany(rows => Enumerable.Repeat(rows.Camera.CameraToWorld, rows.End - rows.First))];

    // A sensor with a converter in its chain makes noise; an ideal one makes a clean picture.
    private static bool IsNoisy(SensorChain chain) => chain.Stages.Any(stage => stage.Stage.Output == SignalDomain.RawDn);
}
