using SensorSim.Vulkan.Shaders;

namespace SensorSim.Vulkan.Binding;

/// <summary>One <c>layout(binding = …)</c> of a descriptor set.</summary>
/// <param name="Binding">The binding number in the shader.</param>
/// <param name="Stages">Who reads it.</param>
/// <param name="Count">Length of the array in the shader; 1 for a single resource.</param>
/// <param name="IsPartiallyBound">Elements that no shader reads may stay unset; only where <see cref="DeviceFeatures.DescriptorIndexing"/> holds.</param>
public readonly record struct ResourceBinding(int Binding, ResourceKind Kind, ShaderStage Stages = ShaderStage.All, int Count = 1, bool IsPartiallyBound = false);
