using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Rendering.Twin;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>
/// Optical flow from the frame's instant to another one: each visible point is carried along with its triangle and projected where the camera
/// is then. What was seen at the other instant is kept before, so that a point that is hidden there is known.
/// </summary>
internal sealed class FlowPass : IDisposable
{
    private readonly PassContext _context;
    private readonly ResourceLayout _layout;
    private readonly RayPipeline _pipeline;
    private readonly Sampler _nearest;
    private readonly Dictionary<(bool IsForward, int View), FlowTarget> _targets = [];
    private readonly Dictionary<bool, (DeviceBuffer Buffer, TexelView View)> _positions = [];
    private readonly Dictionary<(bool IsForward, int View, int Slot), ResourceSet> _sets = [];

    public FlowPass(PassContext context)
    {
        _context = context;
        _layout = new(
            context.Device,
            new ResourceBinding(0, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new ResourceBinding(1, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new ResourceBinding(2, ResourceKind.CombinedImageSampler, ShaderStage.Compute),
            new ResourceBinding(3, ResourceKind.UniformTexelBuffer, ShaderStage.Compute));
        _nearest = new(context.Device, SamplerDescription.NearestClamp);
        _pipeline = new(context, "passes/flow.comp", SpecializationConstants.None, Marshal.SizeOf<Constants>(), _layout);
    }

    /// <summary>Copies vertices that deform away before the next instant moves them.</summary>
    public void KeepPositions(ViewRecording view, bool isForward)
    {
        if (view.Scene.Deformables is null)
        {
            return;
        }

        CommandRecorder recorder = view.Recorder;
        DeviceBuffer positions = view.Scene.Geometry.Positions.Buffer, kept = PositionsOf(isForward, view.Scene.Geometry).Buffer;
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferSource);
        recorder.Barrier(ResourceState.ShaderSampled, ResourceState.TransferDestination);
        recorder.Copy(positions, kept, sizeInBytes: kept.SizeInBytes);
        recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderSampled);
        recorder.Barrier(ResourceState.TransferSource, ResourceState.ShaderStorageWrite);
    }

    /// <summary>Copies one view's visibility away before the next view is drawn over it.</summary>
    public void KeepVisibility(ViewRecording view, bool isForward)
    {
        FlowTarget target = TargetOf(isForward, view.View.Index, view.Width, view.Height);
        CommandRecorder recorder = view.Recorder;
        recorder.Transition(view.Targets.Visibility, ResourceState.ShaderSampled, ResourceState.TransferSource);
        recorder.Transition(target.Visibility, ResourceState.Undefined, ResourceState.TransferDestination);
        recorder.Copy(view.Targets.Visibility, 0, 0, target.Visibility, 0, 0);
        recorder.Transition(target.Visibility, ResourceState.TransferDestination, ResourceState.ShaderSampled);
        recorder.Transition(view.Targets.Visibility, ResourceState.TransferSource, ResourceState.ShaderSampled);
    }

    /// <summary>Writes flow and scene flow of a view.</summary>
    /// <param name="view">Its visibility is drawn and sorted.</param>
    /// <param name="result">Where they go.</param>
    /// <param name="buffers">With the poses of the other instants.</param>
    /// <param name="slot">Frame slot.</param>
    /// <param name="isForward">Which of the two other instants.</param>
    /// <param name="other">That instant.</param>
    public void Record(ViewRecording view, ResultLayout result, FrameBuffers buffers, int slot, bool isForward, OtherInstant other)
    {
        int index = view.View.Index;
        FlowTarget target = TargetOf(isForward, index, view.Width, view.Height);
        TexelView positions = view.Scene.Deformables is null ? view.Scene.Geometry.Positions.View : PositionsOf(isForward, view.Scene.Geometry).View;
        if (!_sets.TryGetValue((isForward, index, slot), out ResourceSet? set))
        {
            _sets.Add((isForward, index, slot), set = new(_context.Device, _layout));
        }

        view.Bind(_pipeline.For(view));
        view.Recorder.Bind(1, set.Set(0, buffers.OtherPoses.View).Set(1, positions).Set(2, target.Visibility.View, _nearest).Set(3, view.View.Rays?.Places ?? positions)); // only lenses look there
        view.Recorder.PushConstants(ConstantsOf(view, result, isForward, other.Cameras[index]));
        view.Recorder.DispatchIndirect(view.Targets.SpanLists, SpanSortPass.PixelArguments(view.CoveredList));
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned =
        [
            _pipeline, .. _sets.Values, .. _targets.Values, .. _positions.Values.SelectMany(kept => (IDisposable[])[kept.View, kept.Buffer]), _nearest, _layout,
        ];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private static Constants ConstantsOf(ViewRecording view, ResultLayout result, bool isForward, CameraView other)
    {
        Matrix4x4d toCamera = view.View.WorldToCamera * other.CameraToWorld;
        CameraIntrinsics k = other.Intrinsics;
        int objects = view.Scene.Instances.Count, views = view.Frame.Views.Length;
        return new(
            Rows.First(toCamera), Rows.Second(toCamera), Rows.Third(toCamera), new((float)k.Fx, (float)k.Fy, (float)k.Cx, (float)k.Cy),
            result.Surface(isForward ? LabelKinds.ForwardFlow : LabelKinds.BackwardFlow).FirstWord,
            result.Surface(isForward ? LabelKinds.ForwardSceneFlow : LabelKinds.BackwardSceneFlow).FirstWord,
            view.CoveredList,
            (uint)(3 * objects * (((isForward ? 0 : 1) * views) + view.View.Index)),
            (float)(k.Fx * (k.Projection.HorizontalPeriod ?? 0)));
    }

    private FlowTarget TargetOf(bool isForward, int view, int width, int height)
    {
        if (!_targets.TryGetValue((isForward, view), out FlowTarget? target) || (target.Width, target.Height) != (width, height))
        {
            target?.Dispose();
            _targets[(isForward, view)] = target = new(_context.Device, width, height);
        }

        return target;
    }

    private (DeviceBuffer Buffer, TexelView View) PositionsOf(bool isForward, GeometryBuffers geometry)
    {
        if (!_positions.TryGetValue(isForward, out (DeviceBuffer Buffer, TexelView View) kept))
        {
            var buffer = new DeviceBuffer(_context.Device, geometry.Positions.Buffer.SizeInBytes, BufferUsage.UniformTexel, name: "positions at another instant");
            _positions.Add(isForward, kept = (buffer, new(_context.Device, buffer, PixelFormat.R32G32B32A32Float)));
        }

        return kept;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Constants(
        Vector4 Row0, Vector4 Row1, Vector4 Row2, Vector4 Intrinsics, uint Flow, uint SceneFlow, uint List, uint FirstPose, float Period);
}
