using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>
/// A stage that reads an image around each pixel: <c>vec3 NAME(PixelSite site, int pass, NAME_Parameters p)</c> in GLSL, which reads
/// with <c>vec3 signal_at(ivec2 pixel)</c> (the border repeats), and <see cref="Reference"/> in C#. In front of the shutter it runs once
/// for each radiance layer.
/// </summary>
public abstract class NeighbourhoodStage<T> : NeighbourhoodStage
    where T : class, new()
{
    public sealed override Type ParametersType => typeof(T);

    /// <summary>The same kernel in double precision.</summary>
    public abstract Rgb Reference(SignalImage image, in PixelSite site, int pass, T parameters);

    public virtual IReadOnlyList<double> Coefficients(T parameters) => [];

    public virtual double? SaturationLuxSeconds(T parameters, double iso) => null;

    public virtual RawRange? RawRange(T parameters, double iso) => null;

    public sealed override Rgb ReferenceOf(SignalImage image, in PixelSite site, int pass, object parameters) =>
        Reference(image, site, pass, (T)parameters);

    public sealed override IReadOnlyList<double> CoefficientsOf(object parameters) => Coefficients((T)parameters);

    public sealed override double? SaturationLuxSecondsOf(object parameters, double iso) => SaturationLuxSeconds((T)parameters, iso);

    public sealed override RawRange? RawRangeOf(object parameters, double iso) => RawRange((T)parameters, iso);
}
