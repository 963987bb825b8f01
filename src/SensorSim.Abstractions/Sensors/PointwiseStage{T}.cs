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

    Rgb IPointwiseStage.ReferenceOf(Rgb signal, in PixelSite site, object parameters) => Call(
        nameof(Reference), parameters, (Stage: this, Parameters: (T)parameters, signal, site),
        static of => of.Stage.Reference(of.signal, of.site, of.Parameters));
}
