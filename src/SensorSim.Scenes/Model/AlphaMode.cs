namespace SensorSim.Scenes.Model;

/// <summary>glTF's alpha modes.</summary>
public enum AlphaMode
{
    Opaque,
    Mask,
    Blend,
}
