using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SensorSim.Geometry;
using SensorSim.Rendering.Aovs;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Rendering.Twin;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>The surface outputs that were asked for, from the visibility buffer. Costs nothing when there are none.</summary>
internal sealed class SurfacePass : IDisposable
{
    private readonly LabelKinds _labels;
    private readonly ResourceLayout? _layout;
    private readonly RayPipeline? _pipeline;
    private readonly Lazy<ResourceSet>? _set;

    /// <param name="context">Device and shaders.</param>
    /// <param name="settings">What is asked for.</param>
    /// <param name="attributes">Called once, when the first view needs them.</param>
    public SurfacePass(PassContext context, RenderSettings settings, Func<SurfaceAttributes> attributes)
    {
        _labels = settings.Labels;
        uint wanted = SurfaceAov.In(_labels).Where(aov => aov.Index < SurfaceAov.SurfaceCount).Aggregate(0u, (bits, aov) => bits | (1u << aov.Index));
        if (wanted == 0)
        {
            return;
        }

        _layout = new(context.Device, [.. Enumerable.Range(0, 3).Select(binding => new ResourceBinding(binding, ResourceKind.UniformTexelBuffer, ShaderStage.Compute))]);
        _pipeline = new(context, "passes/surfaces.comp", SpecializationConstants.None.With(0, wanted), Marshal.SizeOf<Constants>(), _layout);
        _set = new(() => Bind(new(context.Device, _layout), attributes()));
    }

    public void Record(ViewRecording view, ResultLayout result)
    {
        if (_pipeline is null)
        {
            return;
        }

        view.Bind(_pipeline.For(view));
        view.Recorder.Bind(1, _set!.Value);
        view.Recorder.PushConstants(ConstantsOf(view, result));
        view.Recorder.DispatchIndirect(view.Targets.SpanLists, SpanSortPass.PixelArguments(view.CoveredList));
    }

    public void Dispose()
    {
        if (_set is { IsValueCreated: true })
        {
            _set.Value.Dispose();
        }

        _pipeline?.Dispose();
        _layout?.Dispose();
    }

    private static ResourceSet Bind(ResourceSet set, SurfaceAttributes attributes) =>
        set.Set(0, attributes.Parts).Set(1, attributes.RestPositions).Set(2, attributes.MeshBoxes);

    private Constants ConstantsOf(ViewRecording view, ResultLayout result)
    {
        Matrix4x4d pose = view.View.Camera.CameraToWorld;
        var constants = new Constants { Row0 = Rows.First(pose), Row1 = Rows.Second(pose), Row2 = Rows.Third(pose), List = view.CoveredList };
        foreach ((int index, SurfaceAov aov) in SurfaceAov.In(_labels).Where(aov => aov.Index < SurfaceAov.SurfaceCount))
        {
            constants.At[index] = result.Surface(aov.Kind).FirstWord;
        }

        return constants;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Constants
    {
        public Vector4 Row0;
        public Vector4 Row1;
        public Vector4 Row2;
        public Offsets At;
        public uint List;
    }

    [InlineArray(SurfaceAov.SurfaceCount)]
    private struct Offsets
    {
        private uint _first;
    }
}
