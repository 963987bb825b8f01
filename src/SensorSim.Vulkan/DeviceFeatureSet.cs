using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan;

/// <summary>The feature structs of Vulkan 1.0 to 1.3: what a device supports, and what of it is enabled.</summary>
internal unsafe struct DeviceFeatureSet
{
    public VkPhysicalDeviceFeatures V10;
    public VkPhysicalDeviceVulkan11Features V11;
    public VkPhysicalDeviceVulkan12Features V12;
    public VkPhysicalDeviceVulkan13Features V13;

    public static DeviceFeatureSet Query(VkPhysicalDevice handle)
    {
        var v13 = new VkPhysicalDeviceVulkan13Features();
        var v12 = new VkPhysicalDeviceVulkan12Features { pNext = &v13 };
        var v11 = new VkPhysicalDeviceVulkan11Features { pNext = &v12 };
        var all = new VkPhysicalDeviceFeatures2 { pNext = &v11 };
        Vk.vkGetPhysicalDeviceFeatures2(handle, &all);
        return new() { V10 = all.features, V11 = v11, V12 = v12, V13 = v13 };
    }

    /// <summary>What the GPU layer relies on without asking; null when nothing is missing.</summary>
    public readonly string? Missing() =>
        !V12.timelineSemaphore ? "timelineSemaphore"
        : !V12.hostQueryReset ? "hostQueryReset"
        : !V13.dynamicRendering ? "dynamicRendering"
        : !V13.synchronization2 ? "synchronization2"
        : null;

    public readonly DeviceFeatures Describe() => new()
    {
        Anisotropy = V10.samplerAnisotropy,
        IndependentBlend = V10.independentBlend,
        SampleRateShading = V10.sampleRateShading,
        DepthClamp = V10.depthClamp,
        CubeArrays = V10.imageCubeArray,
        GeometryShader = V10.geometryShader,
        FragmentStoresAndAtomics = V10.fragmentStoresAndAtomics,
        MultiDrawIndirect = V10.multiDrawIndirect,
        DrawIndirectFirstInstance = V10.drawIndirectFirstInstance,
        ShaderDrawParameters = V11.shaderDrawParameters,
        ShaderFloat64 = V10.shaderFloat64,
        ShaderInt64 = V10.shaderInt64,
        BufferInt64Atomics = V12.shaderBufferInt64Atomics,
        StorageImageExtendedFormats = V10.shaderStorageImageExtendedFormats,
        StorageImageReadWithoutFormat = V10.shaderStorageImageReadWithoutFormat,
        StorageImageWriteWithoutFormat = V10.shaderStorageImageWriteWithoutFormat,
        ScalarBlockLayout = V12.scalarBlockLayout,
        Multiview = V11.multiview,
        ShaderOutputLayer = V12.shaderOutputLayer,
        SamplerFilterMinMax = V12.samplerFilterMinmax,
        DescriptorIndexing = V12.runtimeDescriptorArray && V12.descriptorBindingPartiallyBound && V12.shaderSampledImageArrayNonUniformIndexing,
    };

    /// <summary>The supported features that are switched on; the rest stays off because robustness or validation would cost time.</summary>
    public readonly DeviceFeatureSet Enabled() => new()
    {
        V10 = new()
        {
            samplerAnisotropy = V10.samplerAnisotropy,
            independentBlend = V10.independentBlend,
            sampleRateShading = V10.sampleRateShading,
            depthClamp = V10.depthClamp,
            depthBiasClamp = V10.depthBiasClamp,
            imageCubeArray = V10.imageCubeArray,
            geometryShader = V10.geometryShader,
            fragmentStoresAndAtomics = V10.fragmentStoresAndAtomics,
            vertexPipelineStoresAndAtomics = V10.vertexPipelineStoresAndAtomics,
            multiDrawIndirect = V10.multiDrawIndirect,
            drawIndirectFirstInstance = V10.drawIndirectFirstInstance,
            shaderFloat64 = V10.shaderFloat64,
            shaderInt64 = V10.shaderInt64,
            shaderStorageImageExtendedFormats = V10.shaderStorageImageExtendedFormats,
            shaderStorageImageReadWithoutFormat = V10.shaderStorageImageReadWithoutFormat,
            shaderStorageImageWriteWithoutFormat = V10.shaderStorageImageWriteWithoutFormat,
            shaderSampledImageArrayDynamicIndexing = V10.shaderSampledImageArrayDynamicIndexing,
            shaderStorageBufferArrayDynamicIndexing = V10.shaderStorageBufferArrayDynamicIndexing,
            shaderClipDistance = V10.shaderClipDistance,
        },
        V11 = new() { multiview = V11.multiview, shaderDrawParameters = V11.shaderDrawParameters },
        V12 = new()
        {
            timelineSemaphore = V12.timelineSemaphore,
            hostQueryReset = V12.hostQueryReset,
            scalarBlockLayout = V12.scalarBlockLayout,
            shaderBufferInt64Atomics = V12.shaderBufferInt64Atomics,
            shaderOutputLayer = V12.shaderOutputLayer,
            samplerFilterMinmax = V12.samplerFilterMinmax,
            descriptorIndexing = V12.descriptorIndexing,
            runtimeDescriptorArray = V12.runtimeDescriptorArray,
            descriptorBindingPartiallyBound = V12.descriptorBindingPartiallyBound,
            shaderSampledImageArrayNonUniformIndexing = V12.shaderSampledImageArrayNonUniformIndexing,
        },
        V13 = new()
        {
            dynamicRendering = V13.dynamicRendering,
            synchronization2 = V13.synchronization2,
            maintenance4 = V13.maintenance4,
            shaderDemoteToHelperInvocation = V13.shaderDemoteToHelperInvocation,
        },
    };
}
