namespace SensorSim.Rendering.Sensors;

/// <summary>What a camera writes.</summary>
public enum SensorOutput
{
    /// <summary>8-bit sRGB.</summary>
    Display,

    /// <summary>The converter's digital numbers, 16-bit.</summary>
    Raw,
}
