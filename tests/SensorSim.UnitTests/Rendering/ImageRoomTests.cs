using SensorSim.Rendering;
using SensorSim.Vulkan;

namespace SensorSim.UnitTests.Rendering;

public sealed class ImageRoomTests
{
    private const ulong Gigabyte = 1_000_000_000;

    [Test]
    public void UsualImages_Fit() => Assert.That(ImageRoom.WhyImpossible(Device(8), 4096, 4096, 0), Is.Null);

    [Test]
    public void RadianceBeyondTheHeap_IsToldWithBothNumbers() => Assert.That(
        ImageRoom.WhyImpossible(Device(2, PhysicalDeviceType.Cpu), 16384, 16384, 64 * Gigabyte), Is.EqualTo("its radiance takes 4.3 GB in one piece, and the device has 2.0 GB at most"));

    [Test]
    public void AllTogetherBeyondTheDevice_IsTold() => Assert.That(
        ImageRoom.WhyImpossible(Device(8), 16384, 16384, 0), Is.EqualTo("it takes at least 9.1 GB, and there are 8.0 GB"));

    [Test]
    public void ASoftwareDevice_HasTheComputersMemory()
    {
        PhysicalDevice device = Device(8, PhysicalDeviceType.Cpu);
        Assert.That(ImageRoom.WhyImpossible(device, 16384, 16384, 16 * Gigabyte), Is.Null);
        Assert.That(ImageRoom.WhyImpossible(device, 16384, 16384, 6 * Gigabyte), Does.EndWith("there are 6.0 GB"));
    }

    [Test]
    public void SidesBeyondTheDevicesImages_AreTold() => Assert.That(
        ImageRoom.WhyImpossible(Device(64), 32768, 16, 0), Is.EqualTo("the device's images have at most 16384 pixels on a side"));

    private static PhysicalDevice Device(ulong gigabytes, PhysicalDeviceType type = PhysicalDeviceType.DiscreteGpu) => new()
    {
        Index = 0,
        Name = "a device",
        Uuid = "0",
        Type = type,
        Limits = new() { MaxImageSize2D = 16384 },
        MemoryHeaps = [new(gigabytes * Gigabyte, IsDeviceLocal: true)],
    };
}
