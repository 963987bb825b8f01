namespace SensorSim.Plugins.SensorDarkCurrent;

/// <summary>How the dark currents of pixels lie around their mean.</summary>
public enum DarkCurrentSpread
{
    Normal,

    Lognormal,
}
