namespace SensorSim.Plugins.IspDemosaic;

public sealed record DemosaicParameters
{
    [Parameter("How the missing samples are made; malvar_he_cutler needs a Bayer pattern and is bilinear in others")]
    public DemosaicMethod Method { get; init; } = DemosaicMethod.Bilinear;
}
