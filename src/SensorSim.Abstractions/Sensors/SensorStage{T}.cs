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

    public sealed override IReadOnlyList<double> CoefficientsOf(object parameters) => Coefficients((T)parameters);

    public sealed override double? SaturationLuxSecondsOf(object parameters, double iso) => SaturationLuxSeconds((T)parameters, iso);

    public sealed override double SlopeOf(object parameters, double iso, SignalRange before) => Slope((T)parameters, iso, before);

    public sealed override SignalRange RangeOf(object parameters, double iso, SignalRange before) => Range((T)parameters, iso, before);
}
