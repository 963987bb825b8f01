namespace SensorSim.Scenes.Model;

/// <summary>KHR_lights_punctual's kinds.</summary>
public enum LightKind
{
    Directional,
    Point,
    Spot,
}
