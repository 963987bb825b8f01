using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>
/// A stage that looks at one pixel at a time: <c>vec3 NAME(vec3 signal, PixelSite site, NAME_Parameters p)</c> in GLSL and
/// <see cref="Reference"/> in C#. The host owns main(), the bindings and the struct, and fuses neighbours into one dispatch.
/// </summary>
public abstract class PointwiseStage<T> : PointwiseStage
    where T : class, new()
{
    public sealed override Type ParametersType => typeof(T);

    /// <summary>The same function in double precision, fed the same random integers.</summary>
    public abstract Rgb Reference(Rgb signal, in PixelSite site, T parameters);

    public virtual IReadOnlyList<double> Coefficients(T parameters) => [];

    public virtual double? SaturationLuxSeconds(T parameters, double iso) => null;

    public virtual RawRange? RawRange(T parameters, double iso) => null;

    public sealed override Rgb ReferenceOf(Rgb signal, in PixelSite site, object parameters) => Reference(signal, site, (T)parameters);

    public sealed override IReadOnlyList<double> CoefficientsOf(object parameters) => Coefficients((T)parameters);

    public sealed override double? SaturationLuxSecondsOf(object parameters, double iso) => SaturationLuxSeconds((T)parameters, iso);

    public sealed override RawRange? RawRangeOf(object parameters, double iso) => RawRange((T)parameters, iso);
}
