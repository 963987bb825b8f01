namespace SensorSim.Tensors;

/// <summary>In which order colours come.</summary>
public enum ChannelOrder
{
    Rgb,
    Bgr,
}
