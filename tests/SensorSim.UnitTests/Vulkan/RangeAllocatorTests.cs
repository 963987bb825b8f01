using FsCheck;
using FsCheck.Fluent;
using SensorSim.Vulkan.Memory;

namespace SensorSim.UnitTests.Vulkan;

public sealed class RangeAllocatorTests
{
    private const ulong Capacity = 1 << 16;

    [Test]
    public void AnySequenceOfRequests_GivesAlignedRangesThatDoNotOverlap() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<uint[]>(), commands => KeepsItsPromises(commands)));

    [Test]
    public void LongRandomUse_EndsWithOneWholeFreeRange()
    {
        var random = new Random(7);
        for (int round = 0; round < 20; round++)
            Assert.That(KeepsItsPromises([.. Enumerable.Range(0, 2000).Select(_ => (uint)random.Next())]), Is.True);
    }

    [Test]
    public void FreedNeighbours_AreJoined()
    {
        var ranges = new RangeAllocator(300);
        ranges.TryAllocate(100, 1, out ulong a);
        ranges.TryAllocate(100, 1, out ulong b);
        ranges.TryAllocate(100, 1, out ulong c);
        Assert.That(ranges.TryAllocate(1, 1, out _), Is.False);

        ranges.Free(a);
        ranges.Free(c);
        Assert.That(ranges.LargestFreeRange, Is.EqualTo(100));
        ranges.Free(b);
        Assert.That(ranges.LargestFreeRange, Is.EqualTo(300));
    }

    [Test]
    public void SpaceLostToAlignment_IsGivenToSmallerRequests()
    {
        var ranges = new RangeAllocator(256);
        ranges.TryAllocate(1, 1, out _);
        Assert.That(ranges.TryAllocate(128, 128, out ulong aligned), Is.True);
        Assert.That(aligned, Is.EqualTo(128));
        Assert.That(ranges.TryAllocate(127, 1, out ulong before), Is.True);
        Assert.That(before, Is.EqualTo(1));
    }

    [Test]
    public void WrongUse_IsRefused()
    {
        var ranges = new RangeAllocator(16);
        Assert.That(() => ranges.Free(0), Throws.InvalidOperationException);
        Assert.That(() => ranges.TryAllocate(0, 1, out _), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ranges.TryAllocate(1, 3, out _), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new RangeAllocator(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    // Odd commands free what is in use, even ones allocate; the model is a plain list of ranges.
    private static bool KeepsItsPromises(uint[] commands)
    {
        var ranges = new RangeAllocator(Capacity);
        var live = new List<(ulong Offset, ulong Size)>();
        foreach (uint command in commands)
        {
            ulong size = 1 + ((command >> 1) % 5000);
            ulong alignment = 1UL << (int)((command >> 14) % 9);
            if (command % 2 == 1 && live.Count > 0)
            {
                int index = (int)(command / 2) % live.Count;
                ranges.Free(live[index].Offset);
                live.RemoveAt(index);
            }
            else if (ranges.TryAllocate(size, alignment, out ulong offset))
            {
                if (offset % alignment != 0 || offset + size > Capacity || live.Exists(other => offset < other.Offset + other.Size && other.Offset < offset + size))
                    return false;
                live.Add((offset, size));
            }
            else if (live.Count == 0)
            {
                return false;
            }

            if (ranges.UsedBytes != live.Aggregate(0UL, (sum, range) => sum + range.Size) || ranges.Count != live.Count)
                return false;
        }

        live.ForEach(range => ranges.Free(range.Offset));
        return ranges is { IsEmpty: true, UsedBytes: 0, LargestFreeRange: Capacity };
    }
}
