using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>
/// A stage that looks at the red, green and blue of one pixel at a time: <c>vec3 NAME(vec3 signal, PixelSite site, NAME_Parameters p)</c> in GLSL and
/// <see cref="Reference"/> in C#. The host owns main(), the bindings and the struct, and fuses neighbours into one dispatch.
/// </summary>
public abstract class PointwiseStage<T> : SensorStage<T>, IPointwiseStage
    where T : class, new()
{
    /// <summary>The same function in double precision, fed the same random integers.</summary>
    public abstract Rgb Reference(Rgb signal, in PixelSite site, T parameters);

    /// <summary>
    /// Variance of the noise behind the stage, in its output's unit squared, from the noise-free signal and the variance in front. A stage that overrides it says
    /// <see cref="SensorStage.HasVariance"/> and has the same function in GLSL: <c>vec3 NAME_variance(vec3 signal, vec3 variance, PixelSite site, NAME_Parameters p)</c>.
    /// </summary>
    public virtual Rgb Variance(Rgb signal, Rgb variance, in PixelSite site, T parameters) =>
        Math.Pow(Slope(parameters, site.Exposure.Iso, site.Range), 2) * variance;

    Rgb IPointwiseStage.ReferenceOf(Rgb signal, in PixelSite site, object parameters) => Call(
        nameof(Reference), parameters, (Stage: this, Parameters: (T)parameters, signal, site),
        static of => of.Stage.Reference(of.signal, of.site, of.Parameters));

    Rgb IPointwiseStage.VarianceOf(Rgb signal, Rgb variance, in PixelSite site, object parameters) => Call(
        nameof(Variance), parameters, (Stage: this, Parameters: (T)parameters, signal, variance, site),
        static of => of.Stage.Variance(of.signal, of.variance, of.site, of.Parameters));
}
