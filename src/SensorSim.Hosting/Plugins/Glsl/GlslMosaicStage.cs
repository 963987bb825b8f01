using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Plugins.Glsl;

/// <summary>A colour filter array that a manifest declares.</summary>
internal sealed class GlslMosaicStage(GlslStageDeclaration declared) : MosaicStage<ParameterValues>
{
    public override SignalDomain Input => declared.Input;

    public override SignalDomain Output => declared.Output;

    public override string ShaderFile => declared.Shader;

    public override bool HasReference => false;

    public override FilterPattern Filters(ParameterValues parameters) => declared.Filters!;

    public override double Slope(ParameterValues parameters, double iso, SignalRange before) => declared.Slope;

    public override SignalRange Range(ParameterValues parameters, double iso, SignalRange before) => declared.Range ?? before;

    public override double Reference(Rgb signal, in PixelSite site, ParameterValues parameters) => throw declared.NoReference();
}
