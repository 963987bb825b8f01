using System.Runtime.InteropServices;
using SensorSim.Vulkan;

namespace SensorSim.GpuTests;

/// <summary>One instance and one device for all tests of this assembly, with the validation layer watching.</summary>
[SetUpFixture]
public sealed partial class GpuSession
{
    private static VulkanInstance? instance;
    private static Device? device;

    public static VulkanInstance Instance => instance ?? throw new InvalidOperationException("The GPU session has not begun.");

    public static Device Device => device ?? throw new InvalidOperationException("The GPU session has not begun.");

    // Of whoever starts several hosts, which need not compile the same shaders each.
    private static readonly string? s_sharedCaches = Environment.GetEnvironmentVariable("SENSORSIM_TEST_CACHE");

    /// <summary>A folder for caches that were empty when the run began.</summary>
    public static string CacheDirectory { get; } = s_sharedCaches ?? Path.Combine(Path.GetTempPath(), $"sensorsim-gpu-tests-{Guid.NewGuid():N}");

    [OneTimeSetUp]
    public void Begin()
    {
        // Mesa's own shader cache can hold code of another driver or vector width, which crashes the process: begin with an empty one.
        // .NET's environment is a copy: the driver reads the process's own. Mesa makes the last folder only, and else has no cache.
        Directory.CreateDirectory(CacheDirectory);
        _ = SetEnvironmentVariable("MESA_SHADER_CACHE_DIR", Path.Combine(CacheDirectory, "mesa"), 1);
        if (!VulkanInstance.IsValidationLayerInstalled())
            Assert.Fail("The GPU tests need the validation layer: install the package vulkan-validationlayers.");
        instance = new(new() { ApplicationName = "sensorsim tests", EnableValidation = true, EnableSynchronizationValidation = true });
        device = new(instance, DeviceSelector.Select(instance.PhysicalDevices, Environment.GetEnvironmentVariable("SENSORSIM_TEST_DEVICE")));
        TestContext.Progress.WriteLine($"GPU tests run on {device.PhysicalDevice}");
    }

    [OneTimeTearDown]
    public void End()
    {
        device?.Dispose();
        IReadOnlyList<ValidationMessage> messages = instance?.TakeValidationMessages() ?? [];
        instance?.Dispose();
        if (s_sharedCaches is null && Directory.Exists(CacheDirectory))
            Directory.Delete(CacheDirectory, recursive: true);
        Assert.That(messages, Is.Empty, "Objects were still alive when the device was destroyed.");
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);
}
