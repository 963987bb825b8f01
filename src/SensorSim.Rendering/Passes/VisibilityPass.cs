using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>Finds the nearest triangle of every pixel: object and triangle numbers and depth, one sample at the pixel's centre.</summary>
internal sealed class VisibilityPass(PassContext context, CullPass cull, MicropolygonPass micropolygons) : IDisposable
{
    private readonly VisibilityPipelines _pipelines = new(context);

    /// <summary>Opaque and masked surfaces on a cleared image, which shaders may then sample.</summary>
    public void RecordSolid(ViewRecording view)
    {
        view.Recorder.Transition(view.Targets.Visibility, ResourceState.Undefined, ResourceState.ColorAttachment);
        view.Recorder.Transition(view.Targets.Depth, ResourceState.Undefined, ResourceState.DepthAttachment);
        Begin(view, view.Targets.Visibility, view.Targets.Depth, LoadAction.Clear);
        if (view.View.Cull is { } plan)
        {
            DrawCulled(view, plan, samples: 1);
        }
        else
        {
            Draw(view, view.View.Solid);
        }

        view.Recorder.EndRendering();
        if (MicropolygonPass.Suits(view.View))
        {
            micropolygons.RecordCentres(view);
        }
        else
        {
            view.Recorder.Transition(view.Targets.Visibility, ResourceState.ColorAttachment, ResourceState.ShaderSampled);
        }
    }

    /// <summary>Opaque surfaces without holes at four samples of each pixel; they are culled.</summary>
    public void RecordSamples(ViewRecording view, SampleTargets targets)
    {
        DeviceImage depth = view.Targets.SampledDepth(SampleTargets.Samples);
        view.Recorder.Transition(targets.Visibility, ResourceState.Undefined, ResourceState.ColorAttachment);
        view.Recorder.Transition(depth, ResourceState.Undefined, ResourceState.DepthAttachment);
        Begin(view, targets.Visibility, depth, LoadAction.Clear);
        DrawCulled(view, view.View.Cull!, SampleTargets.Samples);
        End(view, targets.Visibility);
        view.Recorder.Transition(depth, ResourceState.DepthAttachment, ResourceState.ShaderSampled);
        micropolygons.RecordSamples(view, targets.Nearest);
    }

    /// <summary>Surfaces that transmit light, and blended ones where they are at least half opaque: labels show them, shading of what is opaque does not.</summary>
    public void RecordTransparent(ViewRecording view)
    {
        view.Recorder.Transition(view.Targets.Visibility, ResourceState.ShaderSampled, ResourceState.ColorAttachment);
        view.Recorder.Transition(view.Targets.Depth, ResourceState.DepthAttachment, ResourceState.DepthAttachment);
        Begin(view, view.Targets.Visibility, view.Targets.Depth, LoadAction.Load);
        Draw(view, view.View.Transparent);
        End(view, view.Targets.Visibility);
    }

    public void Dispose() => _pipelines.Dispose();

    private static void Begin(ViewRecording view, DeviceImage visibility, DeviceImage depth, LoadAction load) => view.Recorder.BeginRendering(new()
    {
        Width = view.Width,
        Height = view.Height,
        ColorAttachments = [new(visibility.View) { Load = load }],
        DepthAttachment = new(depth.View) { Load = load, Clear = 0 },
    });

    private static void End(ViewRecording view, DeviceImage visibility)
    {
        view.Recorder.EndRendering();
        view.Recorder.Transition(visibility, ResourceState.ColorAttachment, ResourceState.ShaderSampled);
    }

    private void DrawCulled(ViewRecording view, CullPlan plan, int samples)
    {
        foreach (CulledDraw item in plan.Draws)
        {
            if (item.Batch is { } batch)
            {
                view.Bind(_pipelines.Culled(RasterState.Of(item.Draw), samples));
                cull.Bind(view.Recorder);
                cull.Issue(view.Recorder, batch);
            }
            else
            {
                Draw(view, [item.Draw]);
            }
        }
    }

    private void Draw(ViewRecording view, Draw[] draws)
    {
        (int first, int end) = view.View.LabelledRows;
        view.Recorder.SetScissor(0, first, view.Width, end - first);
        GraphicsPipeline? bound = null;
        foreach (Draw draw in draws)
        {
            GraphicsPipeline pipeline = _pipelines.For(draw, view.Scene.NamedTriangles is not null);
            if (pipeline != bound)
            {
                view.Bind(bound = pipeline);
                BindTriangles(view, draw);
            }

            if (draw.Features.IsCutout)
            {
                view.Recorder.Bind(1, view.Frame.Materials.Textures(draw.Primitive.MaterialSlot));
            }

            view.Recorder.PushConstants(new DrawConstants((uint)draw.Primitive.MaterialSlot, (uint)draw.Primitive.FirstTriangle));
            view.Recorder.Issue(draw);
        }
    }

    private static void BindTriangles(ViewRecording view, in Draw draw)
    {
        if (view.Scene.NamedTriangles is { } named && !draw.Features.IsCutout)
        {
            VertexStreamLayouts.Bind(view.Recorder, named);
        }
        else
        {
            VertexStreamLayouts.Bind(view.Recorder, view.Scene.Geometry);
        }
    }
}
