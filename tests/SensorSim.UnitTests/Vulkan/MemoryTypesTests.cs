using SensorSim.Vulkan;
using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Memory;

namespace SensorSim.UnitTests.Vulkan;

public sealed class MemoryTypesTests
{
    private const VkMemoryPropertyFlags Device = VkMemoryPropertyFlags.DeviceLocal;
    private const VkMemoryPropertyFlags Visible = VkMemoryPropertyFlags.HostVisible;
    private const VkMemoryPropertyFlags Coherent = VkMemoryPropertyFlags.HostCoherent;
    private const VkMemoryPropertyFlags Cached = VkMemoryPropertyFlags.HostCached;

    // In the order of a discrete GPU: plain host, device, upload, readback, the window into device memory.
    private static readonly MemoryTypes _discrete = Types(VkMemoryPropertyFlags.None, Device, Visible | Coherent, Visible | Coherent | Cached, Device | Visible | Coherent);

    [TestCase(MemoryKind.DeviceLocal, 1)]
    [TestCase(MemoryKind.Upload, 2)]
    [TestCase(MemoryKind.Readback, 3)]
    public void DiscreteGpu_HasATypeForEachUse(MemoryKind kind, int expected) =>
        Assert.That(_discrete.Choose(0b11111, kind, holdsImages: false).TypeIndex, Is.EqualTo(expected));

    [Test]
    public void SoftwareDevice_UsesItsOneTypeForAll([Values] MemoryKind kind)
    {
        MemoryPool pool = Types(Device | Visible | Coherent | Cached).Choose(1, kind, holdsImages: true);
        Assert.That(pool, Is.EqualTo(new MemoryPool(0, HoldsImages: true, IsHostVisible: true, IsCoherent: true)));
    }

    [Test]
    public void TypesThatTheResourceCannotUse_AreLeftOut()
    {
        Assert.That(_discrete.Choose(0b10100, MemoryKind.Readback, holdsImages: false).TypeIndex, Is.EqualTo(2));
        Assert.That(() => _discrete.Choose(0b00011, MemoryKind.Upload, holdsImages: false), Throws.TypeOf<VulkanException>().With.Message.Contains("Upload"));
    }

    [Test]
    public void WindowIntoDeviceMemory_IsLeftAloneWhereverItIsListed()
    {
        MemoryTypes types = Types(Device | Visible | Coherent, Visible | Coherent, Device);
        Assert.That(types.Choose(0b111, MemoryKind.Upload, holdsImages: false).TypeIndex, Is.EqualTo(1));
        Assert.That(types.Choose(0b111, MemoryKind.Readback, holdsImages: false).TypeIndex, Is.EqualTo(1));
    }

    [Test]
    public void CachedMemoryThatIsNotCoherent_IsTakenForReadback()
    {
        MemoryPool pool = Types(Device, Visible | Coherent, Visible | Cached).Choose(0b111, MemoryKind.Readback, holdsImages: false);
        Assert.That(pool, Is.EqualTo(new MemoryPool(2, HoldsImages: false, IsHostVisible: true, IsCoherent: false)));
    }

    private static MemoryTypes Types(params VkMemoryPropertyFlags[] properties) => new(properties, [.. properties.Select(_ => 1UL << 30)]);
}
