using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>
/// A stage that looks at one sample at a time, whether a pixel has one or three: <c>float NAME(float signal, SampleSite site, NAME_Parameters p)</c> in GLSL
/// and <see cref="Reference"/> in C#. Most of what a sensor does to charge is one. It shares a dispatch with its neighbours.
/// </summary>
public abstract class SampleStage<T> : SensorStage<T>, ISampleStage
    where T : class, new()
{
    public sealed override SampleLayout? InputLayout => null;

    /// <summary>The same function in double precision, fed the same random integers.</summary>
    public abstract double Reference(double signal, in SampleSite site, T parameters);

    /// <summary>
    /// Variance of the noise behind the stage, in its output's unit squared, from the noise-free signal and the variance in front. A stage that overrides it says
    /// <see cref="SensorStage.HasVariance"/> and has the same function in GLSL: <c>float NAME_variance(float signal, float variance, SampleSite site, NAME_Parameters p)</c>.
    /// </summary>
    public virtual double Variance(double signal, double variance, in SampleSite site, T parameters) =>
        Math.Pow(Slope(parameters, site.Pixel.Exposure.Iso, site.Pixel.Range), 2) * variance;

    double ISampleStage.ReferenceOf(double signal, in SampleSite site, object parameters) => Call(
        nameof(Reference), parameters, (Stage: this, Parameters: (T)parameters, signal, site),
        static of => of.Stage.Reference(of.signal, of.site, of.Parameters));

    double ISampleStage.VarianceOf(double signal, double variance, in SampleSite site, object parameters) => Call(
        nameof(Variance), parameters, (Stage: this, Parameters: (T)parameters, signal, variance, site),
        static of => of.Stage.Variance(of.signal, of.variance, of.site, of.Parameters));
}
