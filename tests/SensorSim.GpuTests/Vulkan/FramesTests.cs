using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.GpuTests.Vulkan;

public sealed class FramesTests : GpuFixture
{
    [Test]
    public void Timeline_RisesByOneForEachSubmission()
    {
        using var frames = new FramesInFlight(Device, 3);
        ulong before = Device.Timeline.LastSubmitted;
        var values = new List<ulong>();
        for (int i = 0; i < 7; i++)
            values.Add(frames.Submit(frames.Begin()));

        Assert.That(values, Is.EqualTo(Enumerable.Range(1, 7).Select(i => before + (ulong)i)));
        Device.Timeline.Wait(values[^1]);
        Assert.That(Device.Timeline.Completed, Is.EqualTo(values[^1]));
        Assert.That(values.TrueForAll(Device.Timeline.IsComplete), Is.True);
    }

    [Test]
    public void WaitingForWhatWasNeverSubmitted_IsRefused() =>
        Assert.That(() => Device.Timeline.Wait(Device.Timeline.LastSubmitted + 1), Throws.InvalidOperationException);

    [Test]
    public void SubmittingTwice_IsRefused()
    {
        using var pool = new CommandPool(Device);
        CommandRecorder commands = pool.Begin();
        Device.Timeline.Wait(Device.Submit(commands));
        Assert.That(() => Device.Submit(commands), Throws.InvalidOperationException);
    }

    [Test]
    public void OverlappingFrames_LeaveTheirResultsInOrder()
    {
        using var layout = new ResourceLayout(Device, new ResourceBinding(0, ResourceKind.StorageBuffer));
        using var pipeline = new ComputePipeline(Device, new()
        {
            Shader = Compile(ShaderStage.Compute, """
                #version 460
                layout(local_size_x = 1) in;
                layout(binding = 0, std430) buffer Log { uint count; uint frames[]; };
                layout(push_constant) uniform Constants { uint frame; };
                void main() { frames[count] = frame; count++; }
                """),
            ResourceLayouts = [layout],
            PushConstantBytes = 4,
        });
        using var log = DeviceBuffer.For<uint>(Device, 65, BufferUsage.Storage);
        using var set = new ResourceSet(Device, layout).Set(0, log);
        using var frames = new FramesInFlight(Device, 3);
        Device.Execute(commands => commands.Fill(log));

        for (uint frame = 0; frame < 64; frame++)
        {
            CommandRecorder commands = frames.Begin();
            ResourceState before = frame == 0 ? ResourceState.TransferDestination : ResourceState.ShaderStorageWrite;
            commands.Barrier(log, before, ResourceState.ShaderStorageWrite);
            commands.Bind(pipeline);
            commands.Bind(0, set);
            commands.PushConstants(frame);
            commands.Dispatch(1);
            frames.Submit(commands);
        }

        Assert.That(Read<uint>(log, 65), Is.EqualTo(Enumerable.Range(0, 64).Select(i => (uint)i).Prepend(64u)));
    }

    [Test]
    public void ObjectsDisposedInFlight_LiveUntilTheirWorkIsDone()
    {
        int allocations = Device.Memory.Statistics.AllocationCount;
        using var frames = new FramesInFlight(Device, 2);
        for (int i = 0; i < 20; i++)
        {
            using var source = new DeviceBuffer(Device, 1 << 20, BufferUsage.Storage);
            using var destination = new DeviceBuffer(Device, 1 << 20, BufferUsage.Storage);
            CommandRecorder commands = frames.Begin();
            commands.Fill(source, 1);
            commands.Barrier(source, ResourceState.TransferDestination, ResourceState.TransferSource);
            commands.Copy(source, destination);
            frames.Submit(commands);
        }

        Device.WaitIdle();
        Assert.That(Device.Memory.Statistics.AllocationCount, Is.EqualTo(allocations));
    }
}
