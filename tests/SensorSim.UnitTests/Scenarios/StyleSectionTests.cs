using SensorSim.Scenes.Scenarios.Styles;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>A style as it is read.</summary>
public sealed class StyleSectionTests
{
    [Test]
    public void What_Is_Not_The_Sections_Own_Is_The_Backends()
    {
        StyleSettings style = Read("{ use: style.fda, target: real/*.png, beta: 0.05, gate: { on_failure: mark, shift_px: 1 } }");

        Assert.That((style.Use.Use, style.Target, style.Stage), Is.EqualTo(("style.fda", "real/*.png", StyleStage.AfterSensor)));
        Assert.That(style.Use.Parameters.Keys, Is.EqualTo(new[] { "beta" }));
        Assert.That((style.Gate.OnFailure, style.Gate.Thresholds["shift_px"]!.ToJsonString()), Is.EqualTo((GateAction.Mark, "1")));
    }

    [Test]
    public void A_Word_Alone_Is_One_Of_Ours_And_The_Gate_Rejects()
    {
        StyleSettings style = Read("{ use: color, target: real }");

        Assert.That((style.Use.Use, style.Gate), Is.EqualTo(("style.color", StyleGate.Default)));
        Assert.That(Read("{ use: color, target: real, gate: off }").Gate.OnFailure, Is.EqualTo(GateAction.Off));
    }

    [Test]
    public void Textures_Have_Their_Images_Beside_Them()
    {
        StyleSettings style = Read("{ use: color, target: textures, images: real }");

        Assert.That((style.Stage, style.Target), Is.EqualTo((StyleStage.Textures, "real")));
    }

    [Test]
    public void It_May_Stand_In_Front_Of_The_Sensor() =>
        Assert.That(Read("{ use: color, target: real, stage: before_sensor }").Stage, Is.EqualTo(StyleStage.BeforeSensor));

    [TestCase("{ target: real }", "12:8: style.use: the key is missing")]
    [TestCase("style.fda", "12:8: style: there is")]
    [TestCase("{ use: fda, target: real, images: other }", "12:42: style.images: target says which images these are")]
    [TestCase("{ use: fda, target: real, stage: before }", "12:41: style.stage: there is 'before'")]
    [TestCase("{ use: fda, target: textures, stage: before_sensor }", "12:45: style.stage: textures are restyled before anything is rendered")]
    [TestCase("{ use: fda, target: real, gate: rejekt }", "12:40: style.gate: there is 'rejekt'")]
    [TestCase("{ use: fda, target: [a, b] }", "12:28: style.target: there is")]
    public void A_Mistake_Is_Named_Where_It_Is(string style, string expected) =>
        Assert.That(ScenarioText.Errors(ScenarioText.With($"style: {style}")), Has.Some.StartsWith($"aisle.yaml:{expected}"));

    private static StyleSettings Read(string style) => ScenarioText.Valid(ScenarioText.With($"style: {style}")).Style!;
}
