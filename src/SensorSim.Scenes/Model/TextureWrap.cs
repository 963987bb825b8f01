namespace SensorSim.Scenes.Model;

/// <summary>Addressing outside 0 to 1.</summary>
public enum TextureWrap
{
    Repeat,
    MirroredRepeat,
    ClampToEdge,
}
