namespace SensorSim.Vulkan.Commands;

/// <summary>One indexed draw as an indirect buffer holds it.</summary>
public readonly record struct DrawIndexedArguments(uint IndexCount, uint InstanceCount, uint FirstIndex, int VertexOffset, uint FirstInstance);
