using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Plugins.Glsl;

/// <summary>A kernel that a manifest declares; of a multipass stage it may also read its input.</summary>
internal sealed class GlslKernelStage(GlslStageDeclaration declared) : MultipassStage<ParameterValues>, INeighbourhoodStage
{
    public override SignalDomain Input => declared.Input;

    public override SignalDomain Output => declared.Output;

    public override SampleLayout? InputLayout => declared.InputLayout;

    public override SampleLayout? OutputLayout => declared.OutputLayout;

    public override bool MayRepeat => declared.MayRepeat;

    public override string ShaderFile => declared.Shader;

    public override bool HasReference => false;

    bool INeighbourhoodStage.ReadsInput => declared.Kind == GlslStageKind.Multipass;

    public override int Passes => declared.Passes;

    public override double Slope(ParameterValues parameters, double iso, SignalRange before) => declared.Slope;

    public override SignalRange Range(ParameterValues parameters, double iso, SignalRange before) => declared.Range ?? before;

    public override Rgb Reference(SignalImage image, SignalImage input, in PixelSite site, int pass, ParameterValues parameters) => throw declared.NoReference();
}
