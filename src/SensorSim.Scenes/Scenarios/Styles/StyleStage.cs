namespace SensorSim.Scenes.Scenarios.Styles;

/// <summary>Where in the making of a picture a style acts.</summary>
public enum StyleStage
{
    /// <summary>On the finished picture.</summary>
    AfterSensor,

    /// <summary>On the light in front of the camera, which then goes through the sensor: noise, blur and gain are physics and not imitation.</summary>
    BeforeSensor,

    /// <summary>On the scene's textures: pictures are rendered with them, and labels are exact by construction.</summary>
    Textures,
}
