namespace SensorSim.Scenes.Model;

/// <summary>A mesh: one primitive per material.</summary>
public sealed record Mesh(string? Name, IReadOnlyList<Primitive> Primitives);
