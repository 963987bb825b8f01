using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>
/// A neighbourhood stage whose passes read two images: what the last pass wrote, <c>vec3 signal_at(ivec2 pixel)</c>, and what the stage took,
/// <c>vec3 input_at(ivec2 pixel)</c>. So a wide kernel can be built up from narrow ones and mixed with what it blurs. All else is as in <see cref="NeighbourhoodStage{T}"/>.
/// </summary>
public abstract class MultipassStage<T> : SensorStage<T>, INeighbourhoodStage
    where T : class, new()
{
    bool INeighbourhoodStage.ReadsInput => true;

    /// <summary>How often the kernel runs over the image.</summary>
    public abstract int Passes { get; }

    /// <summary>The same kernel in double precision: the last pass's image, and the stage's input.</summary>
    public abstract Rgb Reference(SignalImage image, SignalImage input, in PixelSite site, int pass, T parameters);

    Rgb INeighbourhoodStage.ReferenceOf(SignalImage image, SignalImage input, in PixelSite site, int pass, object parameters) => Call(
        nameof(Reference), parameters, (Stage: this, Parameters: (T)parameters, image, input, site, pass),
        static of => of.Stage.Reference(of.image, of.input, of.site, of.pass, of.Parameters));
}
