using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>
/// A stage that reads an image around each pixel: <c>vec3 NAME(PixelSite site, int pass, NAME_Parameters p)</c> in GLSL, which reads
/// with <c>vec3 signal_at(ivec2 pixel)</c> (the border repeats), and <see cref="Reference"/> in C#. In front of the shutter it runs once
/// for each radiance layer. Of a mosaic the first channel counts, and the filters are <c>filter_color_at(ivec2 pixel)</c> and <see cref="PixelSite.Filters"/>.
/// </summary>
public abstract class NeighbourhoodStage<T> : SensorStage<T>, INeighbourhoodStage
    where T : class, new()
{
    /// <summary>How often the kernel runs over the image, each pass reading what the last one wrote; 2 for a separable filter.</summary>
    public virtual int Passes => 1;

    /// <summary>The same kernel in double precision.</summary>
    public abstract Rgb Reference(SignalImage image, in PixelSite site, int pass, T parameters);

    bool INeighbourhoodStage.ReadsInput => false;

    Rgb INeighbourhoodStage.ReferenceOf(SignalImage image, SignalImage input, in PixelSite site, int pass, object parameters) => Call(
        nameof(Reference), parameters, (Stage: this, Parameters: (T)parameters, image, site, pass),
        static of => of.Stage.Reference(of.image, of.site, of.pass, of.Parameters));
}
