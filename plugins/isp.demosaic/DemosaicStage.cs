using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.IspDemosaic;

/// <summary>
/// Red, green and blue at each pixel of a mosaic, in digital numbers. Clear samples stand in green's place (RCCB), for a colour matrix to turn into green;
/// a colour that the pattern does not have takes the pixel's own sample, so that a sensor without filters gives grey.
/// </summary>
public sealed class DemosaicStage : NeighbourhoodStage<DemosaicParameters>
{
    public override SignalDomain Input => SignalDomain.RawDn;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override SampleLayout? InputLayout => SampleLayout.Mosaic;

    public override SampleLayout? OutputLayout => SampleLayout.Rgb;

    public override bool MayRepeat => false;

    public override string ShaderFile => "isp_demosaic.glsl";

    public override Rgb Reference(SignalImage image, in PixelSite site, int pass, DemosaicParameters parameters)
    {
        var mosaic = new Mosaic(image, site.Filters!, site.X, site.Y);
        return parameters.Method == DemosaicMethod.MalvarHeCutler && mosaic.IsBayer ? MalvarHeCutler.At(mosaic) : Bilinear.At(mosaic);
    }
}
