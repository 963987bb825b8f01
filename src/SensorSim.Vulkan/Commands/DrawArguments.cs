namespace SensorSim.Vulkan.Commands;

/// <summary>One draw as an indirect buffer holds it.</summary>
public readonly record struct DrawArguments(uint VertexCount, uint InstanceCount, uint FirstVertex, uint FirstInstance);
