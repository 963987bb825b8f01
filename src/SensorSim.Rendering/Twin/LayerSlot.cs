namespace SensorSim.Rendering.Twin;

/// <summary>The textures of a material's layers, in the order of the bindings in layers.glsl.</summary>
internal enum LayerSlot
{
    Clearcoat,
    ClearcoatRoughness,
    ClearcoatNormal,
    SheenColor,
    SheenRoughness,
    Specular,
    SpecularColor,
    Transmission,
    Thickness,
    Iridescence,
    IridescenceThickness,
    Anisotropy,
}
