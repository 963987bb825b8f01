using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>
/// A plugin that does what the environment says, from its n-th call on: a defect that comes and goes without a change of the plugin. The tests copy this assembly,
/// with this one plugin in it, into a plugin's folder.
/// </summary>
public sealed class MisbehavingStage : PointwiseStage<MisbehavingStage.Level>
{
    /// <summary>"throw", "hang", "exit" or "nan", a blank, the member, a blank, and the number of calls that go well.</summary>
    public const string Variable = "SENSORSIM_TEST_MISBEHAVIOUR";

    private const string Id = "test.misbehaving";

    private static int s_calls;

    public override SignalDomain Input => SignalDomain.Radiance;

    public override SignalDomain Output => SignalDomain.Radiance;

    public override string ShaderFile => "misbehaving.glsl";

    public override IReadOnlyList<double> Coefficients(Level parameters) => [Behave(nameof(Coefficients))];

    public override double? SaturationLuxSeconds(Level parameters, double iso) => Behave(nameof(SaturationLuxSeconds)) is 1 ? null : double.NaN;

    public override SignalRange Range(Level parameters, double iso, SignalRange before) => before.Times(Behave(nameof(Range)));

    public override Rgb Reference(Rgb signal, in PixelSite site, Level parameters) => signal;

    /// <summary>Puts the plugin into a folder and says how to use it.</summary>
    /// <param name="folder">Gets the plugin's files.</param>
    /// <param name="misbehaviour">See <see cref="Variable"/>; null behaves well.</param>
    public static Dictionary<string, string?> Install(string folder, string? misbehaviour)
    {
        string assembly = typeof(MisbehavingStage).Assembly.Location;
        Directory.CreateDirectory(folder);
        File.Copy(assembly, Path.Combine(folder, Path.GetFileName(assembly)), overwrite: true);
        File.Copy(Path.ChangeExtension(assembly, ".pdb"), Path.Combine(folder, Path.GetFileName(Path.ChangeExtension(assembly, ".pdb"))), overwrite: true);
        File.WriteAllText(Path.Combine(folder, "misbehaving.glsl"), "vec3 test_misbehaving(vec3 signal, PixelSite site, test_misbehaving_Parameters p) { return p.through * signal; }");
        File.WriteAllText(
            Path.Combine(folder, "plugin.json"),
            $$"""{ "id": "{{Id}}", "version": "1.0.0", "kind": "sensor", "assembly": "{{Path.GetFileName(assembly)}}", "contract": ">=2.0 <3.0" }""");
        return new(StringComparer.Ordinal) { ["SENSORSIM_PLUGINS"] = folder, [Variable] = misbehaviour };
    }

    private static double Behave(string member)
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split(' ') is not [var what, var where, var after] || where != member
            || Interlocked.Increment(ref s_calls) <= int.Parse(after, System.Globalization.CultureInfo.InvariantCulture))
        {
            return 1;
        }

        return what switch
        {
            "exit" => Exit(),
            "throw" => throw new DivideByZeroException("no light today"),
            "hang" => Hang(),
            _ => double.NaN,
        };
    }

    private static double Exit()
    {
        Environment.Exit(0);
        return 1;
    }

    private static double Hang()
    {
        Thread.Sleep(Timeout.Infinite);
        return 1;
    }

    public sealed record Level
    {
        [Parameter("Share of the light that is let through", Min = 0, Max = 1)]
        public double Through { get; init; } = 1;
    }
}
