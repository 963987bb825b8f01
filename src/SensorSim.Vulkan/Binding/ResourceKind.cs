namespace SensorSim.Vulkan.Binding;

/// <summary>What a shader binds; the numbers are Vulkan's descriptor types.</summary>
public enum ResourceKind
{
    /// <summary>GLSL <c>sampler</c>.</summary>
    Sampler = 0,

    /// <summary>GLSL <c>sampler2D</c>, <c>samplerCube</c>, <c>sampler2DArray</c>, …</summary>
    CombinedImageSampler = 1,

    /// <summary>GLSL <c>texture2D</c>.</summary>
    SampledImage = 2,

    /// <summary>GLSL <c>image2D</c>.</summary>
    StorageImage = 3,

    /// <summary>GLSL <c>samplerBuffer</c>, <c>usamplerBuffer</c>, …</summary>
    UniformTexelBuffer = 4,

    /// <summary>GLSL <c>imageBuffer</c>.</summary>
    StorageTexelBuffer = 5,

    /// <summary>GLSL <c>uniform</c> block.</summary>
    UniformBuffer = 6,

    /// <summary>GLSL <c>buffer</c> block.</summary>
    StorageBuffer = 7,

    /// <summary>A uniform block whose offset is given when the set is bound.</summary>
    DynamicUniformBuffer = 8,

    /// <summary>A buffer block whose offset is given when the set is bound.</summary>
    DynamicStorageBuffer = 9,
}
