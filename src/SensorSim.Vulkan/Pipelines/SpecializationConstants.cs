using System.Collections.Immutable;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>Values for <c>layout(constant_id = …)</c>: fixed when the pipeline is made, so that unused code disappears.</summary>
public sealed class SpecializationConstants
{
    private SpecializationConstants(ImmutableSortedDictionary<int, uint> values) => Values = values;

    public static SpecializationConstants None { get; } = new(ImmutableSortedDictionary<int, uint>.Empty);

    /// <summary>Constant id → the 32 bits of the value.</summary>
    public ImmutableSortedDictionary<int, uint> Values { get; }

    public SpecializationConstants With(int id, uint value) => new(Values.SetItem(id, value));

    public SpecializationConstants With(int id, int value) => With(id, (uint)value);

    public SpecializationConstants With(int id, float value) => With(id, BitConverter.SingleToUInt32Bits(value));

    public SpecializationConstants With(int id, bool value) => With(id, value ? 1u : 0u);
}
