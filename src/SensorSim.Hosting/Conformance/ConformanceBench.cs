using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Conformance;

/// <summary>What sensor stages run on.</summary>
/// <param name="Device">The device.</param>
/// <param name="Shaders">The program's shaders.</param>
public sealed record ConformanceBench(Device Device, ShaderLibrary Shaders);
