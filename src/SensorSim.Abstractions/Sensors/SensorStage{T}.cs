namespace SensorSim.Sensors;

/// <summary>What all kinds of stages may say of themselves.</summary>
/// <typeparam name="T">The record of parameters.</typeparam>
public abstract class SensorStage<T> : SensorStage
    where T : class, new()
{
    private protected SensorStage()
    {
    }

    public sealed override Type ParametersType => typeof(T);

    /// <summary>
    /// Numbers derived from the parameters once per frame (a kernel, a lookup table), read in GLSL as <c>NAME_coefficient(i)</c>.
    /// </summary>
    public virtual IReadOnlyList<double> Coefficients(T parameters) => [];

    /// <summary>
    /// For a stage that converts light to charge and knows by itself when it is full: the focal-plane exposure (lx·s) that just saturates it.
    /// Null for every other stage; the host then finds saturation from the chain's slopes and ranges. Automatic exposure aims at it.
    /// </summary>
    public virtual double? SaturationLuxSeconds(T parameters, double iso) => null;

    /// <summary>
    /// How much of the output a unit of the input makes, without noise: electrons per lx·s, DN per electron. Of a curve: over the whole range in front of it.
    /// A stage that gives irradiance says the share of <see cref="Exposure.LuxSecondsPerNit"/> that it lets through.
    /// </summary>
    public virtual double Slope(T parameters, double iso, SignalRange before) => 1;

    /// <summary>The range of what the stage gives, from that of what it takes.</summary>
    public virtual SignalRange Range(T parameters, double iso, SignalRange before) => before;

    /// <summary>
    /// The parameters with which the stage gives what it otherwise gives on average over many frames: nothing that changes from frame to frame is left. Fixed patterns
    /// belong to the sensor and stay.
    /// </summary>
    public virtual T WithoutNoise(T parameters) => parameters;

    public sealed override object WithoutNoiseOf(object parameters) => Call(
        nameof(WithoutNoise), parameters, (Stage: this, Parameters: (T)parameters),
        static of => of.Stage.WithoutNoise(of.Parameters));

    public sealed override IReadOnlyList<double> CoefficientsOf(object parameters) => Call(
        nameof(Coefficients), parameters, (Stage: this, Parameters: (T)parameters),
        static of => of.Stage.Coefficients(of.Parameters),
        static list => list is not null && list.All(value => float.IsFinite((float)value)));

    public sealed override double? SaturationLuxSecondsOf(object parameters, double iso) => Call(
        nameof(SaturationLuxSeconds), parameters, (Stage: this, Parameters: (T)parameters, iso),
        static of => of.Stage.SaturationLuxSeconds(of.Parameters, of.iso),
        static value => value is null || double.IsFinite(value.Value));

    public sealed override double SlopeOf(object parameters, double iso, SignalRange before) => Call(
        nameof(Slope), parameters, (Stage: this, Parameters: (T)parameters, iso, before),
        static of => of.Stage.Slope(of.Parameters, of.iso, of.before),
        double.IsFinite);

    // White is infinite where nothing clips.
    public sealed override SignalRange RangeOf(object parameters, double iso, SignalRange before) => Call(
        nameof(Range), parameters, (Stage: this, Parameters: (T)parameters, iso, before),
        static of => of.Stage.Range(of.Parameters, of.iso, of.before),
        static range => range is not null && double.IsFinite(range.BlackLevel) && !double.IsNaN(range.WhiteLevel));
}
