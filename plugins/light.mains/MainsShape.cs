namespace SensorSim.Plugins.LightMains;

public enum MainsShape
{
    Sinusoid,
    RectifiedSine,
}
