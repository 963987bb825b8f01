using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>Makes the radiance of a camera with a lens from that of its faces.</summary>
internal sealed class ResamplePass : IDisposable
{
    private readonly PassContext _context;
    private readonly ResourceLayout _layout;
    private readonly Lazy<ComputePipeline> _pipeline;
    private readonly Dictionary<RenderTargets, ResourceSet> _sets = [];

    public ResamplePass(PassContext context)
    {
        _context = context;
        _layout = new(context.Device, new ResourceBinding(0, ResourceKind.StorageBuffer, ShaderStage.Compute));
        _pipeline = new(() => context.Compute("passes/resample.comp", SpecializationConstants.None.With(RayPipeline.RayMapConstant, true), Marshal.SizeOf<Constants>(), _layout));
    }

    /// <param name="view">A camera with a lens.</param>
    /// <param name="index">Which of its faces; its radiance is there.</param>
    /// <param name="samples">Samples of a pixel: with one, pixels are points.</param>
    public void Record(ViewRecording view, int index, int samples)
    {
        ViewRecording face = view.Faces[index];
        if (!_sets.TryGetValue(face.Targets, out ResourceSet? set))
        {
            _sets.Add(face.Targets, set = new ResourceSet(_context.Device, _layout).Set(0, face.Targets.Radiance));
        }

        view.Bind(_pipeline.Value);
        view.Recorder.Bind(1, set);
        view.Recorder.PushConstants(ConstantsOf(view, index, samples));
        view.Recorder.Dispatch(((view.Width * view.Height) + 63) / 64);
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
    }

    public void Dispose()
    {
        IEnumerable<IDisposable?> owned = [_pipeline.IsValueCreated ? _pipeline.Value : null, .. _sets.Values, _layout];
        foreach (IDisposable? resource in owned)
        {
            resource?.Dispose();
        }
    }

    private static Constants ConstantsOf(ViewRecording view, int index, int samples)
    {
        ViewRequest request = view.View.Request;
        Vector4 aperture = request.Aperture is { } point ? new((float)point.XMetres, (float)point.YMetres, (float)point.FocusMetres, 0) : default;
        return new()
        {
            Face = FaceConstants.Of(view.View.Rays!.Faces[index], index),
            Layers = (uint)view.Frame.Request.LayerCount,
            ShiftX = (float)request.SampleShift.X,
            ShiftY = (float)request.SampleShift.Y,
            Mean = samples > 1 ? 1 : 0,
            Aperture = aperture,
        };
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Constants
    {
        public FaceConstants Face;
        public uint Layers;
        public uint Padding;
        public float ShiftX;
        public float ShiftY;
        public float Mean;
        public uint Padding1;
        public uint Padding2;
        public uint Padding3;
        public Vector4 Aperture;
    }
}
