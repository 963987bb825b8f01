using SensorSim.Plugins;
using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>One step of a sensor chain. Derive from <see cref="PointwiseStage{T}"/> or <see cref="NeighbourhoodStage{T}"/>.</summary>
public abstract class SensorStage : Plugin
{
    private protected SensorStage()
    {
    }

    /// <summary>What the stage takes.</summary>
    public abstract SignalDomain Input { get; }

    /// <summary>What it gives.</summary>
    public abstract SignalDomain Output { get; }

    /// <summary>
    /// The GLSL file beside <c>plugin.json</c>. It defines <c>vec3 NAME(…)</c> where NAME is the plugin's id with '.' and '-' turned
    /// into '_'; every other name in it starts with NAME too, because stages are fused into one shader.
    /// </summary>
    public abstract string ShaderFile { get; }

    /// <summary>True when <c>Reference</c> is a double-precision twin of the shader; false is said so in provenance.</summary>
    public virtual bool HasReference => true;

    /// <summary>
    /// Numbers derived from the parameters once per frame (a kernel, a lookup table), read in GLSL as <c>NAME_coefficient(i)</c>.
    /// </summary>
    public abstract IReadOnlyList<double> CoefficientsOf(object parameters);

    /// <summary>
    /// For the stage that converts light to charge: the focal-plane exposure (lx·s) that just saturates it. Automatic exposure aims at it.
    /// Null for every other stage.
    /// </summary>
    public abstract double? SaturationLuxSecondsOf(object parameters, double iso);

    /// <summary>
    /// For a stage that gives <see cref="SignalDomain.RawDn"/>: the range its numbers span. Null for every other stage.
    /// </summary>
    public abstract RawRange? RawRangeOf(object parameters, double iso);
}
