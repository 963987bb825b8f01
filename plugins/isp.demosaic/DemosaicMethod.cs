namespace SensorSim.Plugins.IspDemosaic;

public enum DemosaicMethod
{
    Bilinear,

    MalvarHeCutler,
}
