using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Plugins;

/// <summary>A plugin whose code fails. The test copies this assembly, with this one plugin in it, into a plugin's folder.</summary>
public sealed class ThrowingStage : PointwiseStage<ThrowingStage.Gain>
{
    /// <summary>A file of this name beside the assembly makes the stage fail while it is loaded.</summary>
    public const string FailsWhenLoaded = "fails-when-loaded";

    /// <summary>A file of this name beside the assembly makes its parameter fail when it is read.</summary>
    public const string FailsWhenRead = "fails-when-read";

    public override SignalDomain Input => Has(FailsWhenLoaded) ? throw new InvalidOperationException("no domain today") : SignalDomain.Radiance;

    public override SignalDomain Output => SignalDomain.Radiance;

    public override string ShaderFile => "throwing.glsl";

    public override Rgb Reference(Rgb signal, in PixelSite site, Gain parameters) => throw new IOException("no reference today");

    private static bool Has(string file) => File.Exists(Path.Combine(Path.GetDirectoryName(typeof(ThrowingStage).Assembly.Location)!, file));

    public sealed record Gain
    {
        [Parameter("Factor on the signal", Min = 0, Max = 2)]
        public double Factor { get => Has(FailsWhenRead) ? throw new InvalidOperationException("no factor today") : field; init; } = 1;
    }
}
