using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>
/// A colour filter array: leaves one sample of each pixel. <c>float NAME(vec3 signal, PixelSite site, NAME_Parameters p)</c> in GLSL, where <c>site.filter_color</c>
/// is the pixel's filter, and <see cref="Reference"/> in C#. A chain has one at most.
/// </summary>
public abstract class MosaicStage<T> : SensorStage<T>, IMosaicStage
    where T : class, new()
{
    public sealed override SampleLayout? InputLayout => SampleLayout.Rgb;

    public sealed override SampleLayout? OutputLayout => SampleLayout.Mosaic;

    public sealed override bool MayRepeat => false;

    /// <summary>Which filter each pixel has, here and in all stages behind.</summary>
    public abstract FilterPattern Filters(T parameters);

    /// <summary>The same function in double precision, fed the same random integers.</summary>
    public abstract double Reference(Rgb signal, in PixelSite site, T parameters);

    FilterPattern IMosaicStage.FiltersOf(object parameters) =>
        Call(nameof(Filters), parameters, (Stage: this, Parameters: (T)parameters), static of => of.Stage.Filters(of.Parameters));

    double IMosaicStage.ReferenceOf(Rgb signal, in PixelSite site, object parameters) => Call(
        nameof(Reference), parameters, (Stage: this, Parameters: (T)parameters, signal, site),
        static of => of.Stage.Reference(of.signal, of.site, of.Parameters));
}
