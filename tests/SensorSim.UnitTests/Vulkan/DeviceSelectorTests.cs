using SensorSim.Vulkan;

namespace SensorSim.UnitTests.Vulkan;

public sealed class DeviceSelectorTests
{
    private static readonly PhysicalDevice _software = Make(0, "llvmpipe (LLVM 15.0.6, 256 bits)", PhysicalDeviceType.Cpu, "6d657361");
    private static readonly PhysicalDevice _integrated = Make(1, "Intel(R) UHD Graphics", PhysicalDeviceType.IntegratedGpu, "aaaa0001");
    private static readonly PhysicalDevice _first = Make(2, "NVIDIA L4", PhysicalDeviceType.DiscreteGpu, "bbbb0002");
    private static readonly PhysicalDevice _second = Make(3, "NVIDIA H100", PhysicalDeviceType.DiscreteGpu, "cccc0003");
    private static readonly PhysicalDevice[] _all = [_software, _integrated, _first, _second];

    [TestCase(null, 2)]
    [TestCase("", 2)]
    [TestCase("gpu", 2)]
    [TestCase("GPU", 2)]
    [TestCase("cpu", 0)]
    [TestCase("1", 1)]
    [TestCase("h100", 3)]
    [TestCase("nvidia", 2)]
    [TestCase("cccc0003000000000000000000000000", 3)]
    [TestCase("CCCC0003-0000-0000-0000-000000000000", 3)]
    public void Selector_FindsTheDevice(string? selector, int expected) =>
        Assert.That(DeviceSelector.Select(_all, selector).Index, Is.EqualTo(expected));

    [Test]
    public void Default_FallsBackFromDiscreteToAnyGpuToSoftware()
    {
        Assert.That(DeviceSelector.Select([_software, _integrated]), Is.SameAs(_integrated));
        Assert.That(DeviceSelector.Select([_software]), Is.SameAs(_software));
        Assert.That(DeviceSelector.Select([_software]).IsSoftware, Is.True);
    }

    [TestCase("7")]
    [TestCase("radeon")]
    public void Mismatch_ListsWhatExists(string selector) =>
        Assert.That(() => DeviceSelector.Select(_all, selector), Throws.TypeOf<VulkanException>()
            .With.Message.Contains($"'{selector}'").And.Message.Contains("NVIDIA H100").And.Message.Contains("llvmpipe"));

    [Test]
    public void GpuWhereThereIsNone_IsRefused() =>
        Assert.That(() => DeviceSelector.Select([_software], "gpu"), Throws.TypeOf<VulkanException>().With.Message.StartsWith("Vulkan sees no GPU here; 'sensorsim doctor' says why. Found: ").And.Message.Contains("llvmpipe"));

    [Test]
    public void NoDevicesAtAll_SaysWhatToInstall() =>
        Assert.That(() => DeviceSelector.Select([]), Throws.TypeOf<VulkanException>().With.Message.Contains("mesa-vulkan-drivers"));

    [Test]
    public void OldDevices_ArePassedOverAndNamedWhenAskedFor()
    {
        PhysicalDevice old = _second with { ApiVersion = new(1, 2) };
        Assert.That(DeviceSelector.Select([_software, old]), Is.SameAs(_software));
        Assert.That(() => DeviceSelector.Select([_software, old], "h100"), Throws.TypeOf<VulkanException>().With.Message.Contains("1.3 is needed"));
    }

    private static PhysicalDevice Make(int index, string name, PhysicalDeviceType type, string uuid) =>
        new() { Index = index, Name = name, Type = type, Uuid = uuid.PadRight(32, '0'), ApiVersion = new(1, 3), QueueFamily = 0 };
}
