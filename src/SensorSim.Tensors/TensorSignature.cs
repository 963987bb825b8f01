namespace SensorSim.Tensors;

/// <summary>An input or output of a model, as the model itself declares it.</summary>
/// <param name="Name">Unique among the inputs or outputs.</param>
/// <param name="ElementType">Undefined where it is no tensor (a sequence or a map).</param>
/// <param name="Dimensions">Outermost first; null where it is no tensor.</param>
public sealed record TensorSignature(string Name, TensorElementType ElementType, IReadOnlyList<TensorDimension>? Dimensions)
{
    /// <summary>"input1: float32 [1, 3, height, width]".</summary>
    public override string ToString() =>
        $"{Name}: {ElementType.ToString().ToLowerInvariant()} {(Dimensions is null ? "(no tensor)" : $"[{string.Join(", ", Dimensions)}]")}";
}
