namespace SensorSim.Plugins.SensorReadNoise;

public enum ReadNoiseLaw
{
    Gaussian,

    TukeyLambda,
}
