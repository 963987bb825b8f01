using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Plugins.Glsl;

/// <summary>A stage of single samples that a manifest declares.</summary>
internal sealed class GlslSampleStage(GlslStageDeclaration declared) : SampleStage<ParameterValues>
{
    public override SignalDomain Input => declared.Input;

    public override SignalDomain Output => declared.Output;

    public override bool MayRepeat => declared.MayRepeat;

    public override string ShaderFile => declared.Shader;

    public override bool HasReference => false;

    public override double Slope(ParameterValues parameters, double iso, SignalRange before) => declared.Slope;

    public override SignalRange Range(ParameterValues parameters, double iso, SignalRange before) => declared.Range ?? before;

    public override double Reference(double signal, in SampleSite site, ParameterValues parameters) => throw declared.NoReference();
}
