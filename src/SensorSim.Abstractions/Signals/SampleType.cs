namespace SensorSim.Signals;

/// <summary>The number format of a plane's samples, little-endian.</summary>
public enum SampleType
{
    UInt8 = 1,
    UInt16 = 2,
    Float32 = 4,
}
