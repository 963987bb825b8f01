namespace SensorSim.Tests.Sensors;

/// <summary>Three ways to the same sensor.</summary>
public enum SensorBuild
{
    /// <summary>camera.noise.</summary>
    Preset,

    /// <summary>sensor.exposure to sensor.adc, three samples of a pixel.</summary>
    Parts,

    /// <summary>The parts behind a colour filter array.</summary>
    Mosaic,
}
