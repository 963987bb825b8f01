using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.IspJpeg;

/// <summary>
/// The round trip through baseline JPEG (ITU-T T.81, JFIF's colours): codes of 8 bits, YCbCr, blocks of 8 by 8 transformed, quantized and transformed back,
/// each a pass over the image. Huffman coding loses nothing and is left out.
/// </summary>
public sealed class JpegStage : MultipassStage<JpegParameters>
{
    public override SignalDomain Input => SignalDomain.DisplayRgb;

    public override SignalDomain Output => SignalDomain.DisplayRgb;

    public override string ShaderFile => "isp_jpeg.glsl";

    /// <summary>Colours; transform along rows, along columns with quantization; back along columns, along rows; colours.</summary>
    public override int Passes => 6;

    public override IReadOnlyList<double> Coefficients(JpegParameters parameters) => JpegTables.Of(parameters.Quality);

    public override Rgb Reference(SignalImage image, SignalImage input, in PixelSite site, int pass, JpegParameters parameters)
    {
        var codec = new JpegBlocks(image, input, site.Coefficients, parameters.Chroma == JpegChroma.Half);
        return pass < 5 ? codec.Value(pass, site.X, site.Y) : codec.Picture(site.X, site.Y);
    }
}
