namespace SensorSim.Scenes.Model;

/// <summary>A mesh: one primitive per material.</summary>
public sealed record Mesh(string? Name, IReadOnlyList<Primitive> Primitives)
{
    /// <summary>Weights of the morph targets at rest, one for each target.</summary>
    public IReadOnlyList<float> MorphWeights { get; init; } = [];

    /// <summary>Whether vertices may move against each other. Such a mesh belongs to one node alone.</summary>
    public bool IsDeformable => Primitives.Any(primitive => primitive.IsDeformable);
}
