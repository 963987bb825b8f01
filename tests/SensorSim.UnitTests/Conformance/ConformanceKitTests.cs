using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Hosting.Conformance;
using SensorSim.Plugins;

namespace SensorSim.UnitTests.Conformance;

/// <summary>The kit finds broken promises of lenses and lamps.</summary>
public sealed class ConformanceKitTests
{
    [Test]
    public void ALensWithoutFlaws_Passes() => Assert.That(Broken(Lens((d, a) => Bent(d, a), (p, a) => Straight(p, a))), Is.Empty);

    [Test]
    public void ALensWhoseDirectionsAreNotOneMapping() =>
        Assert.That(Broken(Lens((d, a) => Bent(d, a), (p, a) => Straight(p, a * 1.001))), Is.EqualTo(["lens.round-trip"]));

    [Test]
    public void ALensWhoseAxisIsElsewhere() =>
        Assert.That(Broken(Lens((d, a) => new(Bent(d, a)!.Value.X + 0.01, Bent(d, a)!.Value.Y), (p, a) => Straight(new(p.X - 0.01, p.Y), a))), Does.Contain("lens.axis"));

    [Test]
    public void ALensThatFolds() =>
        Assert.That(Broken(Lens((d, _) => new(d.X * d.Z, d.Y * d.Z), (p, a) => Straight(p, a))), Does.Contain("lens.monotonic"));

    [Test]
    public void ALensThatGivesNoNumber() =>
        Assert.That(Broken(Lens((d, a) => new(d.X / 0, Bent(d, a)!.Value.Y), (p, a) => Straight(p, a))), Is.EqualTo(["finite"]));

    [Test]
    public void ALensThatAllocates() =>
        Assert.That(Broken(Lens((d, a) => new object[1].Length == 1 ? Bent(d, a) : null, (p, a) => Straight(p, a))), Is.EqualTo(["allocation"]));

    [Test]
    public void AParameterThatDoesNothing() =>
        Assert.That(Broken(Lens((d, _) => Bent(d, 1), (p, _) => Straight(p, 1))), Is.EqualTo(["parameters.effective"]));

    [Test]
    public void ALampsIntegralThatIsNotItsValues() => Assert.That(Broken(new FlawedWaveform { Gain = 1.01 }), Does.Contain("light.integral").And.Contain("light.mean"));

    [Test]
    public void ALampsWindowsThatDoNotAddUp() => Assert.That(Broken(new FlawedWaveform { Offset = 1e-8 }), Does.Contain("light.additive"));

    [Test]
    public void ALampsHarmonicsThatAreNotItsValues() => Assert.That(Broken(new FlawedWaveform { HarmonicFactor = 1.01 }), Does.Contain("light.harmonics"));

    [Test]
    public void ALampsMeanThatIsNotItsMean() => Assert.That(Broken(new FlawedWaveform { TrueMean = 1.1 }), Does.Contain("light.mean"));

    [Test]
    public void LightThatIsNegative() => Assert.That(Broken(new FlawedWaveform()), Does.Contain("light.positive"));

    private static FlawedLens Lens(Func<Vector3d, double, ImagePoint?> project, Func<ImagePoint, double, Vector3d?> unproject) => new(project, unproject);

    // Stereographic, with a focal length.
    private static ImagePoint? Bent(Vector3d d, double a) => new(2 * a * d.X / (d.Length + d.Z), 2 * a * d.Y / (d.Length + d.Z));

    private static Vector3d? Straight(ImagePoint p, double a)
    {
        (double x, double y) = (p.X / (2 * a), p.Y / (2 * a));
        return new(2 * x, 2 * y, 1 - (x * x) - (y * y));
    }

    private static string[] Broken(Plugin plugin)
    {
        var manifest = new PluginManifest("test.flawed", "1.0.0", plugin is Lens ? PluginKind.Lens : PluginKind.Light, "none", ">=2.0 <3.0", "Flawed");
        return [.. ConformanceKit.Run(new(manifest, "", "", plugin, ParameterSchema.Of(plugin.ParametersType)), null).Where(result => result.Outcome == ConformanceOutcome.Fail).Select(result => result.Id)];
    }
}
