using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Vulkan;

/// <summary>Asks a driver for everything that <see cref="PhysicalDevice"/> says.</summary>
internal static unsafe class PhysicalDeviceQuery
{
    public static PhysicalDevice Read(VkPhysicalDevice handle, int index)
    {
        var driver = new VkPhysicalDeviceDriverProperties();
        var id = new VkPhysicalDeviceIDProperties { pNext = &driver };
        var multiview = new VkPhysicalDeviceMultiviewProperties { pNext = &id };
        var properties = new VkPhysicalDeviceProperties2 { pNext = &multiview };
        Vk.vkGetPhysicalDeviceProperties2(handle, &properties);
        return new()
        {
            Handle = handle,
            Index = index,
            QueueFamily = FindQueueFamily(handle),
            Name = NativeText.ReadFixed(properties.properties.deviceName, 256),
            Type = (PhysicalDeviceType)properties.properties.deviceType,
            VendorId = properties.properties.vendorID,
            DeviceId = properties.properties.deviceID,
            DriverName = NativeText.ReadFixed(driver.driverName, 256),
            DriverVersion = NativeText.ReadFixed(driver.driverInfo, 256),
            ApiVersion = VulkanInstance.VersionOf(properties.properties.apiVersion),
            Uuid = Convert.ToHexStringLower(new ReadOnlySpan<byte>(id.deviceUUID, 16)),
            PipelineCacheUuid = Convert.ToHexStringLower(new ReadOnlySpan<byte>(properties.properties.pipelineCacheUUID, 16)),
            Limits = ReadLimits(handle, properties.properties.limits, (int)multiview.maxMultiviewViewCount),
            Features = DeviceFeatureSet.Query(handle).Describe(),
            MemoryHeaps = ReadHeaps(handle),
        };
    }

    private static DeviceLimits ReadLimits(VkPhysicalDevice handle, in VkPhysicalDeviceLimits limits, int multiviewViews) => new()
    {
        MaxImageSize2D = (int)limits.maxImageDimension2D,
        MaxImageArrayLayers = (int)limits.maxImageArrayLayers,
        MaxColorAttachments = (int)limits.maxColorAttachments,
        MaxSampleCountRgba32Float = MaxSamples(handle, VkFormat.R32g32b32a32Sfloat, VkImageUsageFlags.ColorAttachment),
        MaxSampleCountDepth32Float = MaxSamples(handle, VkFormat.D32Sfloat, VkImageUsageFlags.DepthStencilAttachment),
        MaxPushConstantBytes = (int)limits.maxPushConstantsSize,
        MaxBoundResourceSets = (int)limits.maxBoundDescriptorSets,
        MaxSampledImagesPerStage = (int)Math.Min(int.MaxValue, limits.maxPerStageDescriptorSampledImages),
        MaxStorageBufferBytes = limits.maxStorageBufferRange,
        MaxUniformBufferBytes = limits.maxUniformBufferRange,
        MaxMultiviewViews = multiviewViews,
        MaxComputeInvocationsPerGroup = (int)limits.maxComputeWorkGroupInvocations,
        MaxComputeSharedBytes = (int)limits.maxComputeSharedMemorySize,
        MaxAnisotropy = limits.maxSamplerAnisotropy,
        UniformBufferOffsetAlignment = limits.minUniformBufferOffsetAlignment,
        StorageBufferOffsetAlignment = limits.minStorageBufferOffsetAlignment,
        NonCoherentAtomBytes = limits.nonCoherentAtomSize,
        MaxMemoryAllocations = limits.maxMemoryAllocationCount,
    };

    private static int MaxSamples(VkPhysicalDevice handle, VkFormat format, VkImageUsageFlags usage)
    {
        VkImageFormatProperties properties;
        VkResult result = Vk.vkGetPhysicalDeviceImageFormatProperties(
            handle, format, VkImageType.Type2d, VkImageTiling.Optimal, usage, VkImageCreateFlags.None, &properties);
        if (result == VkResult.ErrorFormatNotSupported)
            return 0;
        VulkanResult.Check(result, "vkGetPhysicalDeviceImageFormatProperties");
        return 1 << (31 - System.Numerics.BitOperations.LeadingZeroCount((uint)properties.sampleCounts));
    }

    private static List<MemoryHeap> ReadHeaps(VkPhysicalDevice handle)
    {
        VkPhysicalDeviceMemoryProperties memory;
        Vk.vkGetPhysicalDeviceMemoryProperties(handle, &memory);
        var heaps = new List<MemoryHeap>();
        for (int i = 0; i < memory.memoryHeapCount; i++)
            heaps.Add(new(memory.memoryHeaps[i].size, memory.memoryHeaps[i].flags.HasFlag(VkMemoryHeapFlags.DeviceLocal)));
        return heaps;
    }

    private static int FindQueueFamily(VkPhysicalDevice handle)
    {
        const VkQueueFlags Wanted = VkQueueFlags.Graphics | VkQueueFlags.Compute;
        uint count = 0;
        Vk.vkGetPhysicalDeviceQueueFamilyProperties(handle, &count, null);
        var families = new VkQueueFamilyProperties[count];
        fixed (VkQueueFamilyProperties* first = families)
            Vk.vkGetPhysicalDeviceQueueFamilyProperties(handle, &count, first);
        return Array.FindIndex(families, family => family.queueFlags.HasFlag(Wanted));
    }
}
