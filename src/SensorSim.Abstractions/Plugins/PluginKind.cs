namespace SensorSim.Plugins;

/// <summary>What a plugin extends; written in lower case in <c>plugin.json</c>.</summary>
public enum PluginKind
{
    /// <summary>A <see cref="Sensors.SensorStage"/>.</summary>
    Sensor,

    /// <summary>A <see cref="Lights.LightWaveform"/>.</summary>
    Light,

    /// <summary>A <see cref="Cameras.Lens"/>.</summary>
    Lens,

    /// <summary>A <see cref="Physics.PhysicsBackend"/>.</summary>
    Physics,

    /// <summary>A <see cref="Style.StyleBackend"/>.</summary>
    Style,
}
