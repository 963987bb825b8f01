using SensorSim.Hosting.Conformance;
using SensorSim.Plugins;
using SensorSim.Style;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Conformance;

/// <summary>The kit finds broken promises of styles, and finds none in those that the project ships.</summary>
public sealed class StyleConformanceTests
{
    private static IEnumerable<string> Ids => SensorBench.Catalog.Plugins.Values.Where(plugin => plugin.Instance is StyleBackend).Select(plugin => plugin.Manifest.Id);

    [TestCaseSource(nameof(Ids))]
    public void ABuiltInStyle_KeepsItsPromises_OrSaysWhatItLacks(string id)
    {
        ConformanceResult[] results = [.. ConformanceKit.Run(SensorBench.Catalog.Require(id), null)];
        foreach (ConformanceResult result in results) TestContext.Out.WriteLine($"{result.Id}: {result.Measured} ({result.Tolerance}) {result.Outcome} {result.Note}");
        Assert.That(results.Where(result => result.Outcome == ConformanceOutcome.Fail).Select(result => $"{result.Id}: {result.Measured} {result.Note}"), Is.Empty);
        Assert.That(results.Where(result => result.Outcome == ConformanceOutcome.Skip).Select(result => result.Note), Has.None.Empty);
    }

    [TestCase("style.color")]
    [TestCase("style.fda")]
    [TestCase("style.match")]
    public void WhatNeedsNothingElse_IsTried(string id) =>
        Assert.That(ConformanceKit.Run(SensorBench.Catalog.Require(id), null).Count(result => result.Outcome == ConformanceOutcome.Pass), Is.EqualTo(7));

    [TestCase("style.onnx", "no model")]
    [TestCase("style.http", "needs a server and a model")]
    public void WhatNeedsAFileOrAServer_IsSkippedAndSaysSo(string id, string reason) =>
        Assert.That(ConformanceKit.Run(SensorBench.Catalog.Require(id), null).Skip(1).Select(result => result.Outcome == ConformanceOutcome.Skip ? result.Note : "tried"), Has.All.Contains(reason));

    [Test]
    public void AStyleWithoutFlaws_Passes() => Assert.That(Broken(new FlawedStyle(Dark)), Is.Empty);

    [Test]
    public void OneWithoutFlaws_ThatAsksForEverything_Passes()
    {
        var style = new FlawedStyle(work =>
        {
            work.Stop.ThrowIfCancellationRequested();
            int disc = work.Frame.DepthMetres!.ToList().IndexOf(2), edge = work.Frame.Edges?.ToList().IndexOf(true) ?? 0;
            return Each(work, sample => sample * Gain(work) * (disc + (2 * edge) + 9) / 9000 * work.Request.Targets.Sum(target => target.Read().Samples[0]));
        }) { OwnScope = StyleScope.Clip, OwnNeeds = StyleInputs.Depth, OwnUses = StyleInputs.Edges, OwnTarget = StyleTargetUse.Required };
        Assert.That(Outcomes(style).Where(pair => pair.Value != ConformanceOutcome.Pass), Is.Empty);
    }

    [Test]
    public void AnotherSize() => Assert.That(Broken(new FlawedStyle(work => work.Frame.Colour.Width < 4 ? new StyleImage(4, 4) : Dark(work))), Is.EqualTo(["finite", "style.shape"]));

    [Test]
    public void NoNumberForBlack() => Assert.That(Broken(new FlawedStyle(work => Each(work, sample => sample == 0 ? float.NaN : sample * Gain(work)))), Is.EqualTo(["finite"]));

    [Test]
    public void AnInertParameter() => Assert.That(Broken(new FlawedStyle(work => work.Frame.Colour)), Is.EqualTo(["parameters.effective"]));

    [Test]
    public void AMemoryOfClips() => Assert.That(Broken(new FlawedStyle(work => Each(work, sample => sample * Gain(work) / work.Clips))), Is.EqualTo(["deterministic.order"]));

    [TestCase(true)]
    [TestCase(false)]
    public void Chance_IsAFlawOnlyWhereNoneIsPromised(bool saysDeterministic)
    {
        var chance = new Random(3);
        Assert.That(
            Broken(new FlawedStyle(work => Each(work, sample => sample * Gain(work) * chance.NextSingle())) { SaysDeterministic = saysDeterministic }),
            Is.EqualTo(saysDeterministic ? ["deterministic.repeat", "deterministic.order"] : Array.Empty<string>()));
    }

    [Test]
    public void ALabelThatIsNeededForNothing() => Assert.That(Broken(new FlawedStyle(Dark) { OwnNeeds = StyleInputs.Depth }), Is.EqualTo(["style.inputs"]));

    [Test]
    public void ALabelThatIsMissedThoughItIsOptional() => Assert.That(Broken(new FlawedStyle(ByDepth) { OwnUses = StyleInputs.Depth }), Is.EqualTo(["style.inputs"]));

    [Test]
    public void ALabelThatIsNotAskedFor_IsNotThere() => Assert.That(Broken(new FlawedStyle(ByDepth)), Has.Length.EqualTo(8));

    [Test]
    public void TargetsThatMakeNoDifference() => Assert.That(Broken(new FlawedStyle(Dark) { OwnTarget = StyleTargetUse.Optional }), Is.EqualTo(["style.targets"]));

    [Test]
    public void TargetsThatAreMissedThoughTheyAreOptional() =>
        Assert.That(Broken(new FlawedStyle(work => Each(work, sample => sample * Gain(work) * work.Request.Targets[0].Read().Samples[0])) { OwnTarget = StyleTargetUse.Optional }), Is.EqualTo(["style.targets"]));

    [Test]
    public void AVideoThatCannotBeStopped() => Assert.That(Broken(new FlawedStyle(Dark) { OwnScope = StyleScope.Clip }), Is.EqualTo(["style.stop"]));

    [Test]
    public void AMissingLibrary_IsSkipped() =>
        Assert.That(Outcomes(new FlawedStyle(Dark) { Refusal = new MissingLibraryException("Install libstyle.so.") }).Values.Skip(1), Has.All.EqualTo(ConformanceOutcome.Skip));

    [Test]
    public void ARefusalOfItsOwnDefaults_IsAFlaw() => Assert.That(Broken(new FlawedStyle(Dark) { Refusal = new StyleException("no mood") }), Has.Length.EqualTo(8));

    private static float Gain(FlawedStyle.Work work) => (float)work.Parameters.Gain;

    private static StyleImage Dark(FlawedStyle.Work work) => Each(work, sample => sample * Gain(work));

    private static StyleImage ByDepth(FlawedStyle.Work work) => Each(work, sample => sample * Gain(work) * (work.Frame.DepthMetres!.ToList().IndexOf(2) + 1) / 1000);

    private static StyleImage Each(FlawedStyle.Work work, Func<float, float> change) =>
        new(work.Frame.Colour.Width, work.Frame.Colour.Height, [.. work.Frame.Colour.Samples.ToArray().Select(change)]);

    private static string[] Broken(FlawedStyle style) => [.. Outcomes(style).Where(pair => pair.Value == ConformanceOutcome.Fail).Select(pair => pair.Key)];

    // In the order of the checks; watched, as the program watches every plugin.
    private static Dictionary<string, ConformanceOutcome> Outcomes(FlawedStyle style)
    {
        new PluginCalls().Watch(style, "test.flawed");
        var manifest = new PluginManifest("test.flawed", "1.0.0", PluginKind.Style, "none", ">=2.5 <3.0", "Flawed");
        return ConformanceKit.Run(new(manifest, "", "", style, ParameterSchema.Of(style.ParametersType)), null).ToDictionary(result => result.Id, result => result.Outcome, StringComparer.Ordinal);
    }
}
