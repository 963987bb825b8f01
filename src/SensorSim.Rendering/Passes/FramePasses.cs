using SensorSim.Rendering.Twin;

namespace SensorSim.Rendering.Passes;

/// <summary>The passes of a frame, in their order.</summary>
internal sealed class FramePasses(PassContext context, RenderSettings settings, Func<SurfaceAttributes> surfaces, CullPass cull, MicropolygonPass micropolygons) : IDisposable
{
    public FramePasses(PassContext context, RenderSettings settings, Func<SurfaceAttributes> surfaces)
        : this(context, settings, surfaces, new CullPass(context, settings.FramesInFlight))
    {
    }

    private FramePasses(PassContext context, RenderSettings settings, Func<SurfaceAttributes> surfaces, CullPass cull)
        : this(context, settings, surfaces, cull, new MicropolygonPass(context, cull))
    {
    }

    public DeformationPass Deformation { get; } = new(context, settings.FramesInFlight);

    public ShadowPass Shadows { get; } = new(context, settings.ShadowMapSide);

    private SampleShadingPass? _samples;

    public CullPass Cull { get; } = cull;

    public VisibilityPass Visibility { get; } = new(context, cull, micropolygons);

    /// <summary>Its visibility pass is the same.</summary>
    public SampleShadingPass Samples => _samples ??= new(context, Cull, Visibility);

    public SpanSortPass SpanSort { get; } = new(context);

    public AmbientOcclusionPass AmbientOcclusion { get; } = new(context);

    public ShadingPass Shading { get; } = new(context);

    public ForwardPass Forward { get; } = new(context);

    public ResolvePass Resolve { get; } = new(context);

    public ExposurePass Exposure { get; } = new(context);

    public ResamplePass Resample { get; } = new(context);

    public TracePass Trace { get; } = new(context);

    public LabelPass Labels { get; } = new(context, settings);

    public SurfacePass Surfaces { get; } = new(context, settings, surfaces);

    public MaterialPass MaterialLabels { get; } = new(context, settings);

    public FlowPass Flow { get; } = new(context);

    public RowLabelPass RowLabels { get; } = new(context);

    public CoveragePass Coverage { get; } = new(context, cull, settings.FramesInFlight);

    public void Dispose()
    {
        _samples?.Dispose();
        foreach (IDisposable pass in (IDisposable[])
            [Deformation, Shadows, micropolygons, Cull, Visibility, SpanSort, AmbientOcclusion, Shading, Forward, Resolve, Exposure, Resample, Trace, Labels, Surfaces, MaterialLabels, Flow, RowLabels, Coverage])
        {
            pass.Dispose();
        }
    }
}
