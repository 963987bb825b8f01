using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

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
    public void DisposedDevice_LeavesNothingBehind()
    {
        // The validation layer names every object that outlives its device, and the fixture fails on its message.
        using var device = new Device(GpuSession.Instance, Device.PhysicalDevice);
        using var buffer = new DeviceBuffer(device, 64, BufferUsage.Uniform | BufferUsage.UniformTexel);
        using var image = new DeviceImage(device, new() { Width = 4, Height = 4, Format = PixelFormat.R32Float, Usage = ImageUsage.Sampled });
        using var texels = new TexelView(device, buffer, PixelFormat.R32Float);
        using var sampler = new Sampler(device, SamplerDescription.LinearRepeat);
        using var layout = new ResourceLayout(device, new ResourceBinding(0, ResourceKind.CombinedImageSampler));
        using ResourceSet set = new ResourceSet(device, layout).Set(0, image.View, sampler);
        using var upload = new UploadRing(device, 4096);
        using var readback = new ReadbackRing(device, 2, 64);
        using var frames = new FramesInFlight(device, 2);
        frames.Submit(frames.Begin());
    }

    [Test]
    public void NamedDevice_IsFoundByEveryKindOfName()
    {
        PhysicalDevice device = Device.PhysicalDevice;
        foreach (string selector in new[] { device.Name, device.Uuid, device.Index.ToString(System.Globalization.CultureInfo.InvariantCulture) })
            Assert.That(DeviceSelector.Select(GpuSession.Instance.PhysicalDevices, selector).Name, Is.EqualTo(device.Name), selector);
    }
}
