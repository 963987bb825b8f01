namespace SensorSim.Vulkan.Pipelines;

/// <summary>The attributes that come from one vertex buffer; the buffer's number is the layout's position in the pipeline description.</summary>
/// <param name="IsPerInstance">Advances once per instance instead of once per vertex.</param>
public sealed record VertexLayout(int StrideInBytes, IReadOnlyList<VertexAttribute> Attributes, bool IsPerInstance = false);
