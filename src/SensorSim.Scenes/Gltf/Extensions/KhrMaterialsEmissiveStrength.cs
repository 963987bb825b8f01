namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_emissive_strength: a factor that lifts emission above 1.</summary>
internal static class KhrMaterialsEmissiveStrength
{
    public const string Name = "KHR_materials_emissive_strength";

    /// <summary>The factor; 1 without the extension.</summary>
    public static float Read(JsonCursor material)
    {
        if (material.Find("extensions")?.Find(Name)?.Find("emissiveStrength") is not JsonCursor strength)
        {
            return 1;
        }

        double value = strength.Number();
        return value is >= 0 and <= float.MaxValue
            ? (float)value
            : throw strength.Error($"expected 0 or more, found {value}; correct the value");
    }
}
