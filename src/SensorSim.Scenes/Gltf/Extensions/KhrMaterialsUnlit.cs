namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_unlit: the base colour is shown as it is.</summary>
internal static class KhrMaterialsUnlit
{
    public const string Name = "KHR_materials_unlit";

    public static bool Read(JsonCursor material) => material.Find("extensions")?.Find(Name) is not null;
}
