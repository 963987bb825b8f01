using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>Packs what a material has into the bits that pipelines are specialized by.</summary>
internal static class FeatureBits
{
    /// <summary>The bits of those that it has.</summary>
    public static uint Of(params ReadOnlySpan<(bool Has, uint Bit)> features)
    {
        uint bits = 0;
        foreach ((bool has, uint bit) in features)
        {
            bits |= has ? bit : 0;
        }

        return bits;
    }

    /// <summary>The bits of those slots that have a texture: the slot's own, and what else is to be known of the texture.</summary>
    /// <param name="bindingOf">A slot's texture; null for none.</param>
    /// <param name="detailsOf">More bits, by the slot's number.</param>
    public static uint OfTextures<TSlot>(Func<TSlot, TextureBinding?> bindingOf, Func<int, TextureBinding, uint> detailsOf)
        where TSlot : struct, Enum
    {
        uint bits = 0;
        foreach (TSlot slot in Enum.GetValues<TSlot>())
        {
            if (bindingOf(slot) is { } binding)
            {
                int index = Convert.ToInt32(slot, System.Globalization.CultureInfo.InvariantCulture);
                bits |= (1u << index) | detailsOf(index, binding);
            }
        }

        return bits;
    }
}
