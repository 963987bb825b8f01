using SensorSim.Plugins;
using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>
/// The host's view of a step of a sensor chain. Plugins derive from <see cref="SampleStage{T}"/>, <see cref="PointwiseStage{T}"/>,
/// <see cref="MosaicStage{T}"/> or <see cref="NeighbourhoodStage{T}"/>.
/// </summary>
public abstract class SensorStage : Plugin
{
    private protected SensorStage()
    {
    }

    /// <summary>What the stage takes.</summary>
    public abstract SignalDomain Input { get; }

    /// <summary>What it gives.</summary>
    public abstract SignalDomain Output { get; }

    /// <summary>Samples of a pixel that it takes; null for any.</summary>
    public virtual SampleLayout? InputLayout => SampleLayout.Rgb;

    /// <summary>Samples of a pixel that it gives; null for those that it takes.</summary>
    public virtual SampleLayout? OutputLayout => InputLayout;

    /// <summary>Whether a chain may have the stage more than once.</summary>
    public virtual bool MayRepeat => true;

    /// <summary>
    /// The GLSL file beside <c>plugin.json</c>. It defines a function NAME, the plugin's id with '.' and '-' turned
    /// into '_'; every other name in it starts with NAME too, because stages are fused into one shader.
    /// </summary>
    public abstract string ShaderFile { get; }

    /// <summary>True when <c>Reference</c> is a double-precision twin of the shader; false is said so in provenance.</summary>
    public virtual bool HasReference => true;

    /// <summary>
    /// Whether the stage says itself what becomes of the noise's variance: <c>NAME_variance</c> in GLSL, <c>Variance</c> in C#. That of the others is multiplied by the square of
    /// <see cref="SlopeOf"/>. Only sample stages and pointwise stages have it.
    /// </summary>
    public virtual bool HasVariance => false;

    /// <inheritdoc cref="SensorStage{T}.WithoutNoise"/>
    public abstract object WithoutNoiseOf(object parameters);

    /// <inheritdoc cref="SensorStage{T}.Coefficients"/>
    public abstract IReadOnlyList<double> CoefficientsOf(object parameters);

    /// <inheritdoc cref="SensorStage{T}.SaturationLuxSeconds"/>
    public abstract double? SaturationLuxSecondsOf(object parameters, double iso);

    /// <inheritdoc cref="SensorStage{T}.Slope"/>
    public abstract double SlopeOf(object parameters, double iso, SignalRange before);

    /// <inheritdoc cref="SensorStage{T}.Range"/>
    public abstract SignalRange RangeOf(object parameters, double iso, SignalRange before);
}
