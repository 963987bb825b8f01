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

    double ISampleStage.ReferenceOf(double signal, in SampleSite site, object parameters) => Call(
        nameof(Reference), parameters, (Stage: this, Parameters: (T)parameters, signal, site),
        static of => of.Stage.Reference(of.signal, of.site, of.Parameters));
}
