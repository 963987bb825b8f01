using System.Collections.Concurrent;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.GpuTests.Vulkan;

public sealed class ReadbackRingTests : GpuFixture
{
    private const int Words = 4096;

    [Test]
    public void SlowReaders_SeeEveryFrameWholeAndInOrder()
    {
        const int FrameCount = 60;
        using var ring = new ReadbackRing(Device, 3, Words * sizeof(uint));
        using var frames = new FramesInFlight(Device, 3);
        using var buffer = DeviceBuffer.For<uint>(Device, Words, BufferUsage.Storage);
        using var queue = new BlockingCollection<(uint Frame, ReadbackSlot Slot)>();
        var seen = new ConcurrentDictionary<uint, bool>();
        Task[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadAll(queue, seen)))];

        for (uint frame = 0; frame < FrameCount; frame++)
        {
            ReadbackSlot slot = ring.Acquire();
            CommandRecorder commands = frames.Begin();
            commands.Barrier(buffer, ResourceState.TransferSource, ResourceState.TransferDestination);
            commands.Fill(buffer, frame);
            commands.Barrier(buffer, ResourceState.TransferDestination, ResourceState.TransferSource);
            slot.Copy(commands, buffer);
            slot.Complete(commands);
            frames.Submit(commands);
            queue.Add((frame, slot));
        }

        queue.CompleteAdding();
        Task.WaitAll(readers);
        Assert.That(seen, Has.Count.EqualTo(FrameCount));
        Assert.That(seen.Values, Is.All.True, "a slot was overwritten while it was read");
        Assert.That(ring.FreeCount, Is.EqualTo(3));
    }

    [Test]
    public void FullRing_LendsNothingUntilASlotComesBack()
    {
        using var ring = new ReadbackRing(Device, 2, 64);
        ReadbackSlot first = ring.Acquire();
        using ReadbackSlot second = ring.Acquire();
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        Assert.That(ring.TryAcquire(), Is.Null);
        Assert.That(() => ring.Acquire(impatience.Token), Throws.InstanceOf<OperationCanceledException>());

        first.Dispose();
        first.Dispose();
        using ReadbackSlot? third = ring.TryAcquire();
        Assert.That(third, Is.Not.Null);
        Assert.That(ring.TryAcquire(), Is.Null, "a slot given back twice counts once");
    }

    [Test]
    public void ReadingTooEarly_IsRefused()
    {
        using var ring = new ReadbackRing(Device, 2, 64);
        using ReadbackSlot slot = ring.Acquire();
        Assert.That(() => slot.Read<uint>(0, 1).Length, Throws.InvalidOperationException);
    }

    [Test]
    public void AbandonedRecorder_IsAnErrorForTheReaderAndNoLossForTheRing()
    {
        using var ring = new ReadbackRing(Device, 2, 64);
        ReadbackSlot slot = ring.Acquire();
        using (var pool = new CommandPool(Device))
            slot.Complete(pool.Begin());

        Assert.That(() => slot.Wait(), Throws.InvalidOperationException);
        slot.Dispose();
        Assert.That(ring.FreeCount, Is.EqualTo(2));
    }

    private static void ReadAll(BlockingCollection<(uint Frame, ReadbackSlot Slot)> queue, ConcurrentDictionary<uint, bool> seen)
    {
        foreach ((uint frame, ReadbackSlot slot) in queue.GetConsumingEnumerable())
        {
            slot.Wait();
            Thread.Sleep(1);
            ReadOnlySpan<uint> words = slot.Read<uint>(0, Words);
            seen[frame] = words.IndexOfAnyExcept(frame) < 0;
            slot.Dispose();
        }
    }
}
