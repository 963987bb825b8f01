using SensorSim.Cameras;
using SensorSim.Rendering.Aovs;
using SensorSim.Rendering.Planning;

namespace SensorSim.Rendering.Resources;

/// <summary>Where a view's labels, counters and consumed radiance lie in the frame's result block.</summary>
internal sealed class ResultLayout
{
    private const long Alignment = 256;

    private readonly Dictionary<LabelKinds, ResultPart> _surfaces = [];

    private ResultLayout(long offset, ViewPlan view, LabelKinds labels, RenderSettings settings, int layerCount)
    {
        CameraIntrinsics camera = view.Intrinsics;
        long pixels = (long)camera.Width * camera.Height;
        Begin = End = offset;
        Depth = Add(labels, LabelKinds.Depth, pixels * (settings.DepthFormat == DepthFormat.Metres ? 4 : 2));
        Normal = Add(labels, LabelKinds.Normal, pixels * 6);
        Instance = Add(labels, LabelKinds.Instance, pixels * 2);
        Category = Add(labels, LabelKinds.Category, pixels * settings.CategoryBits / 8);
        foreach ((_, SurfaceAov aov) in SurfaceAov.In(labels))
        {
            _surfaces.Add(aov.Kind, Add(labels, aov.Kind, pixels * 4 * aov.Channels));
        }

        Counters = Add(4L * (view.Coverage?.CounterCount ?? 0));
        ZeroedEnd = End;
        Masks = Add(labels, LabelKinds.SoloMasks, 4 * (view.Coverage?.WordCount ?? 0));
        Consumed = Add(view.Request.Consumer?.ResultBytes(camera, layerCount) ?? 0);
    }

    /// <summary>Layouts of a frame's views, one after the other.</summary>
    public static ResultLayout[] Of(FramePlan plan, RenderSettings settings)
    {
        var layouts = new ResultLayout[plan.Views.Length];
        for (int i = 0; i < layouts.Length; i++)
        {
            layouts[i] = new(i == 0 ? 0 : layouts[i - 1].End, plan.Views[i], plan.Labels, settings, plan.Views[i].Request.IsSliced ? 1 : plan.Request.LayerCount);
        }

        return layouts;
    }

    public long Begin { get; }

    /// <summary>Up to here the block is zero before the passes write.</summary>
    public long ZeroedEnd { get; }

    public long End { get; private set; }

    public ResultPart Depth { get; }

    public ResultPart Normal { get; }

    public ResultPart Instance { get; }

    public ResultPart Category { get; }

    public ResultPart Counters { get; }

    /// <summary>The bits of objects that are drawn alone.</summary>
    public ResultPart Masks { get; }

    public ResultPart Consumed { get; }

    /// <summary>A surface output that was asked for.</summary>
    public ResultPart Surface(LabelKinds kind) => _surfaces[kind];

    private ResultPart Add(LabelKinds labels, LabelKinds kind, long size) => Add(labels.HasFlag(kind) ? size : 0);

    // Shaders write whole words and up to four pixels at once: each part has room for the last ones.
    private ResultPart Add(long size)
    {
        var part = new ResultPart(End, size);
        End += (size + 32 + Alignment - 1) / Alignment * Alignment;
        return part;
    }
}
