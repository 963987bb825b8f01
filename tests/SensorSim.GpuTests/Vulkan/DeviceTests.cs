using SensorSim.Vulkan;

namespace SensorSim.GpuTests.Vulkan;

public sealed class DeviceTests : GpuFixture
{
    [Test]
    public void PhysicalDevice_SaysWhoItIs()
    {
        PhysicalDevice device = Device.PhysicalDevice;
        Assert.That(device.Name, Is.Not.Empty);
        Assert.That(device.Uuid, Does.Match("^[0-9a-f]{32}$"));
        Assert.That(device.DriverName, Is.Not.Empty);
        Assert.That(device.ApiVersion, Is.GreaterThanOrEqualTo(new Version(1, 3)));
        Assert.That(device.Limits.MaxSampleCountRgba32Float, Is.AnyOf(1, 2, 4, 8, 16, 32, 64));
        Assert.That(device.Limits.MaxColorAttachments, Is.GreaterThanOrEqualTo(4));
        Assert.That(device.MemoryHeaps, Is.Not.Empty);
        Assert.That(device.MemoryHeaps.Select(heap => heap.SizeInBytes), Is.All.Positive);
    }

    [Test]
    public void ValidationLayer_IsListening()
    {
        using var small = DeviceBuffer.For<uint>(Device, 4, BufferUsage.Storage);
        using (var pool = new CommandPool(Device))
            pool.Begin().Copy(small, small, sizeInBytes: 64);
        Assert.That(GpuSession.Instance.TakeValidationMessages().Select(message => message.Id), Has.Some.Contains("vkCmdCopyBuffer"));
    }

    [Test]
    public void SynchronizationValidation_SeesAMissingBarrier()
    {
        using var source = DeviceBuffer.For<uint>(Device, 16, BufferUsage.Storage);
        using var destination = DeviceBuffer.For<uint>(Device, 16, BufferUsage.Storage);
        Device.Execute(commands =>
        {
            commands.Fill(source, 1);
            commands.Copy(source, destination);
        });
        Assert.That(GpuSession.Instance.TakeValidationMessages().Select(message => message.Id), Has.Some.Contains("SYNC-HAZARD"));
    }

    [Test]
    public void MoreMemoryThanTheDeviceHas_IsRefusedByName()
    {
        ulong tooMuch = (Device.PhysicalDevice.MemoryHeaps.Max(heap => heap.SizeInBytes) * 2) & ~0xFFFUL;
        VulkanException error = Assert.Throws<VulkanException>(() => new DeviceBuffer(Device, tooMuch, BufferUsage.Storage).Dispose());
        Assert.That(error.Call, Is.EqualTo("vkAllocateMemory").Or.EqualTo("vkCreateBuffer"));
        GpuSession.Instance.TakeValidationMessages();
    }

    [Test]
    public void NamedDevice_IsFoundByEveryKindOfName()
    {
        PhysicalDevice device = Device.PhysicalDevice;
        foreach (string selector in new[] { device.Name, device.Uuid, device.Index.ToString(System.Globalization.CultureInfo.InvariantCulture) })
            Assert.That(DeviceSelector.Select(GpuSession.Instance.PhysicalDevices, selector).Name, Is.EqualTo(device.Name), selector);
    }
}
