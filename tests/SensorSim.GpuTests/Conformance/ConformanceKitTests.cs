using SensorSim.GpuTests.Sensors;
using SensorSim.Hosting.Conformance;
using SensorSim.Plugins;
using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Conformance;

/// <summary>The kit finds each broken promise, and only that.</summary>
public sealed class ConformanceKitTests : GpuFixture
{
    private const string Scale = "return p.amount * signal;";

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("sensorsim-flawed-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void AStageWithoutFlaws_Passes() =>
        Assert.That(Broken(SignalDomain.RadianceLayers, (signal, _, amount) => amount * signal, Scale), Is.Empty);

    [Test]
    public void AShaderThatIsNotItsReference() =>
        Assert.That(Broken(SignalDomain.RadianceLayers, (signal, _, amount) => 1.01 * amount * signal, Scale), Does.Contain("reference.samples"));

    [Test]
    public void OpticsThatAreNotLinear() =>
        Assert.That(Broken(SignalDomain.RadianceLayers, (signal, _, amount) => (amount * signal) + new Rgb(1, 1, 1), "return p.amount * signal + 1.0;"), Is.EqualTo(["linear"]));

    [Test]
    public void ANumberThatIsNone() =>
        Assert.That(Broken(SignalDomain.LinearRgb, (signal, _, amount) => 1 / amount * signal, "precise float inverse = 1.0 / p.amount; return inverse * signal;"), Is.EqualTo(["finite"]));

    // Whatever is compared with what is no number is another: that is told once, and first.
    [Test]
    public void WhatIsNoNumberAtTheDefaults_IsAllThatIsTold()
    {
        ConformanceResult[] results = [.. Results(SignalDomain.LinearRgb, (signal, _, amount) => amount * signal, "return sqrt(-1.0 - p.amount - abs(signal));")];

        Assert.That(results.Select(result => result.Id).Take(3), Is.EqualTo(["parameters.documented", "loops.counted", "finite"]));
        Assert.That(results.Where(result => result.Outcome == ConformanceOutcome.Fail).Select(result => result.Id), Is.EqualTo(["finite"]));
        Assert.That(results.Skip(3).Select(result => result.Note), Has.All.EqualTo("looked at when it gives numbers at its defaults"));
    }

    [Test]
    public void AReferenceThatGivesNoNumber_IsToldAsThat()
    {
        ConformanceResult[] results = [.. Results(SignalDomain.LinearRgb, (signal, _, amount) => double.NaN * amount * signal, Scale)];

        Assert.That(results.Single(result => result.Outcome == ConformanceOutcome.Fail).Note, Does.StartWith("the reference in C# gives samples that are infinite or not a number"));
    }

    [Test]
    public void AParameterThatDoesNothing() =>
        Assert.That(Broken(SignalDomain.LinearRgb, (signal, _, _) => 0.5 * signal, "return 0.5 * signal;"), Is.EqualTo(["parameters.effective"]));

    // Such a device ends a loop that does not end by itself, without a word.
    [TestCase("for (uint i = 0u; i < 3u; i++) { signal *= 1.01; } return p.amount * signal;", true)]
    [TestCase("return 1.03 * p.amount * signal;", false)]
    public void OnASoftwareDevice_AWrongShaderWithLoops_IsAskedWhetherTheyEnd(string body, bool hasLoops) => Assert.That(
        Results(SignalDomain.LinearRgb, (signal, _, amount) => amount * signal, body).Single(result => result.Id == "reference.samples").Note,
        Device.IsSoftware && hasLoops ? Does.EndWith("does each loop of the shader end? this device cuts off one that does not") : Does.Not.Contain("loop"));

    [TestCase("+")]
    [TestCase("-", "reference.samples")]
    public void ARipple_ThatOnlyARollingShutterShows(string sign, params string[] broken) => Assert.That(
        Broken(
            SignalDomain.LinearRgb,
            (signal, site, amount) => Add(signal, amount * Math.Sin(1000 * Math.Tau * site.Y * site.Exposure.RowTimeSeconds)),
            $"return signal {sign} p.amount * sin(6283.185307 * float(site.pixel.y) * site.row_time_seconds);"),
        Is.EqualTo(broken));

    [Test]
    public void AReferenceThatKnowsWhenTheFrameBegins_IsNotItsShader() => Assert.That(
        Broken(SignalDomain.LinearRgb, (signal, site, amount) => amount * (1 + site.Exposure.StartSeconds) * signal, Scale),
        Does.Contain("reference.samples"));

    [Test]
    public void AParameterThatDoesNothing_IsToldWithWhatWasTried() => Assert.That(
        Results(SignalDomain.LinearRgb, (signal, _, _) => 0.5 * signal, "return 0.5 * signal;").Single(result => result.Id == "parameters.effective").Note,
        Is.EqualTo("amount; tried: ISO 100 and 3200, usual and bright light, global and rolling shutter"));

    [Test]
    public void NumbersOfAnAddressThatIsNotItsOwn() => Assert.That(
        Broken(
            SignalDomain.Electrons,
            (signal, site, amount) => Add(signal, amount * NormalSampler.Draw((site.Random with { Stream = 7 }).Draw(0).X)),
            "return signal + p.amount * random_normal(random_draw(RandomStream(site.random.key, site.random.pixel, site.random.step, 7u), 0u).x);"),
        Is.EqualTo(["random.stages", "noise-free"]));

    [Test]
    public void NumbersThatNeighboursShare() => Assert.That(
        Broken(
            SignalDomain.Electrons,
            (signal, site, amount) => Add(signal, amount * NormalSampler.Draw((site.Random with { Pixel = site.Random.Pixel / 2 }).Draw(0).X)),
            "return signal + p.amount * random_normal(random_draw(RandomStream(site.random.key, site.random.pixel / 2u, site.random.step, site.random.stream), 0u).x);"),
        Is.EqualTo(["random.pixels", "noise-free"]));

    [Test]
    public void NumbersThatFramesShare() => Assert.That(
        Broken(
            SignalDomain.Electrons,
            (signal, site, amount) => Add(signal, amount * NormalSampler.Draw((site.Random with { Step = site.Random.Step % 2 }).Draw(0).X)),
            "return signal + p.amount * random_normal(random_draw(RandomStream(site.random.key, site.random.pixel, site.random.step % 2u, site.random.stream), 0u).x);"),
        Is.EqualTo(["random.frames", "noise-free"]));

    [TestCase(1.0)]
    [TestCase(1.1, "variance")]
    [TestCase(0.9, "variance")]
    public void AVarianceThatIsNotThatOfTheSamples(double factor, params string[] broken) => Assert.That(
        Broken(
            SignalDomain.Electrons,
            (signal, site, amount) => signal + (amount * new Rgb(NormalSampler.Draw(site.Random.Draw(0).X), NormalSampler.Draw(site.Random.Draw(0).Y), NormalSampler.Draw(site.Random.Draw(0).Z))),
            "return signal + p.amount * random_normal(random_draw(site.random, 0u).xyz);",
            amount => factor * amount * amount),
        Is.EqualTo(broken));

    [Test]
    public void AReferenceThatThrows_IsToldWithItsPlugin() =>
        Assert.That(() => Broken(SignalDomain.LinearRgb, (_, _, _) => throw new InvalidOperationException("not today"), "return p.amount * signal;"), Throws.Exception.With.Message.Contains("not today"));

    [Test]
    public void AStageWithoutAReference_IsToldSo()
    {
        File.WriteAllText(Path.Combine(_folder, "plugin.json"), """
            { "id": "test.tint", "version": "0.1.0", "kind": "sensor", "contract": ">=2.0 <3.0", "description": "Warms the picture", "shader": "tint.glsl",
              "stage": { "type": "pointwise", "input": "linear_rgb", "output": "linear_rgb" },
              "parameters": [ { "name": "strength", "min": 0, "max": 1, "default": 0.2, "description": "Share of blue that is taken away" } ] }
            """);
        File.WriteAllText(Path.Combine(_folder, "tint.glsl"), "vec3 test_tint(vec3 signal, PixelSite site, test_tint_Parameters p) { return signal * vec3(1.0, 1.0, 1.0 - p.strength); }");
        InstalledPlugin plugin = Hosting.Plugins.PluginCatalog.Load([_folder]).Require("test.tint");

        ConformanceResult[] results = [.. ConformanceKit.Run(plugin, new(Device, GpuSensor.Shaders))];

        Assert.That(results.Where(result => result.Outcome == ConformanceOutcome.Fail), Is.Empty);
        Assert.That(results.Where(result => result.Note == "no reference").Select(result => result.Id), Is.EqualTo(["reference.samples", "reference.distribution"]));
    }

    private static Rgb Add(Rgb signal, double noise) => signal + new Rgb(noise, noise, noise);

    private string[] Broken(SignalDomain domain, Func<Rgb, PixelSite, double, Rgb> reference, string body, Func<double, double>? addedVariance = null) =>
        [.. Results(domain, reference, body, addedVariance).Where(result => result.Outcome == ConformanceOutcome.Fail).Select(result => result.Id)];

    private IEnumerable<ConformanceResult> Results(SignalDomain domain, Func<Rgb, PixelSite, double, Rgb> reference, string body, Func<double, double>? addedVariance = null) =>
        ConformanceKit.Run(new FlawedStage(domain, reference) { AddedVariance = addedVariance }.Install(_folder, body), new(Device, GpuSensor.Shaders));
}
