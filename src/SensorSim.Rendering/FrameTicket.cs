using SensorSim.Cameras;
using SensorSim.Rendering.Aovs;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Signals;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering;

/// <summary>A frame on its way.</summary>
public sealed class FrameTicket
{
    private readonly ReadbackSlot _slot;
    private readonly RenderSettings _settings;
    private readonly int _objectCount;
    private readonly (ViewPlan Plan, ResultLayout Result)[] _views;

    internal FrameTicket(ReadbackSlot slot, RenderSettings settings, int objectCount, (ViewPlan Plan, ResultLayout Result)[] views) =>
        (_slot, _settings, _objectCount, _views) = (slot, settings, objectCount, views);

    /// <summary>Of the request.</summary>
    internal IReadOnlyList<LabelRows> LabelRows { get; init; } = [];

    /// <summary>The device has finished: <see cref="Wait"/> will not block.</summary>
    public bool IsReady => _slot.IsReady;

    /// <summary>Blocks until the frame is there. Safe from any thread; call it once.</summary>
    public FrameOutput Wait(CancellationToken cancellation = default)
    {
        _slot.Wait(cancellation);
        return new(_slot, [.. _views.Select(view => OutputOf(view.Plan, view.Result))]);
    }

    private ViewOutput OutputOf(ViewPlan plan, ResultLayout result)
    {
        if (!_settings.ReadsBack)
        {
            return new(plan.Camera) { DepthKind = DepthKinds.Of(plan.Intrinsics) };
        }

        SampleType depth = _settings.DepthFormat == DepthFormat.Metres ? SampleType.Float32 : SampleType.UInt16;
        SampleType category = _settings.CategoryBits == 8 ? SampleType.UInt8 : SampleType.UInt16;
        return new(plan.Camera)
        {
            DepthKind = DepthKinds.Of(plan.Intrinsics),
            Depth = PlaneOf(plan.Intrinsics, result.Depth, 1, depth),
            Normal = PlaneOf(plan.Intrinsics, result.Normal, 3, SampleType.UInt16),
            Instance = PlaneOf(plan.Intrinsics, result.Instance, 1, SampleType.UInt16),
            Category = PlaneOf(plan.Intrinsics, result.Category, 1, category),
            Surfaces = SurfaceAov.In(_settings.Labels).ToDictionary(
                aov => aov.Aov.Kind, aov => PlaneOf(plan.Intrinsics, result.Surface(aov.Aov.Kind), aov.Aov.Channels, SampleType.Float32)!.Value),
            Coverage = CoverageOf(plan, result),
            Masks = result.Masks.Size == 0 ? ObjectMasks.None : plan.Coverage!.Masks(BytesOf(result.Masks)),
            Consumed = BytesOf(result.Consumed),
            LabelRows = LabelRows,
        };
    }

    private ObjectCoverage[] CoverageOf(ViewPlan plan, ResultLayout result)
    {
        if (plan.Coverage is not { } counted)
        {
            return [];
        }

        var coverage = new ObjectCoverage[_objectCount];
        counted.Read(_slot.Read<uint>((ulong)result.Counters.Offset, counted.CounterCount), coverage);
        return coverage;
    }

    private PixelPlane? PlaneOf(CameraIntrinsics camera, ResultPart part, int channels, SampleType type) =>
        part.Size == 0 ? null : new(camera.Width, camera.Height, channels, type, BytesOf(part));

    private ReadOnlyMemory<byte> BytesOf(ResultPart part) =>
        part.Size == 0 ? default : new MappedMemory(_slot.Read<byte>((ulong)part.Offset, (int)part.Size)).Memory;
}
