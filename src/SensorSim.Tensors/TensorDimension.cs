using System.Globalization;

namespace SensorSim.Tensors;

/// <summary>One axis of a tensor as a model declares it.</summary>
/// <param name="Length">Elements along it; null where the caller may choose.</param>
/// <param name="Symbol">The name of a length that is free, such as "height"; empty without one.</param>
public readonly record struct TensorDimension(long? Length, string Symbol)
{
    public override string ToString() => Length is { } length ? length.ToString(CultureInfo.InvariantCulture) : Symbol.Length > 0 ? Symbol : "?";
}
