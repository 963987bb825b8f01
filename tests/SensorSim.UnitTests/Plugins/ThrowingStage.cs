using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Plugins;

/// <summary>A plugin whose code fails. The test copies this assembly, with this one plugin in it, into a plugin's folder.</summary>
public sealed class ThrowingStage : PointwiseStage<ThrowingStage.NoParameters>
{
    /// <summary>A file of this name beside the assembly makes the stage fail while it is loaded.</summary>
    public const string FailsWhenLoaded = "fails-when-loaded";

    public override SignalDomain Input => File.Exists(Path.Combine(Path.GetDirectoryName(typeof(ThrowingStage).Assembly.Location)!, FailsWhenLoaded))
        ? throw new InvalidOperationException("no domain today")
        : SignalDomain.Radiance;

    public override SignalDomain Output => SignalDomain.Radiance;

    public override string ShaderFile => "throwing.glsl";

    public override Rgb Reference(Rgb signal, in PixelSite site, NoParameters parameters) => throw new IOException("no reference today");

    public sealed record NoParameters;
}
