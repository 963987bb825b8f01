namespace SensorSim.Scenes.Scenarios.Cameras;

/// <summary>Where a camera's sensor image ends.</summary>
public enum CameraOutput
{
    /// <summary>8-bit sRGB.</summary>
    Display,

    /// <summary>The sensor's digital numbers, 16-bit.</summary>
    Raw,
}
