namespace SensorSim.UnitTests.Scenarios;

/// <summary>Values that a file can hold and no scene: told where they stand, not when frames are made.</summary>
public sealed class ValueBoundsTests
{
    [TestCase("objects.box_1.offset_x_m: 1e300", "expected values from -1000000 to 1000000 (metres along a world axis)")]
    [TestCase("objects.box_1.offset_x_m: { normal: [0, 1e300] }", "expected values from -1000000 to 1000000")]
    [TestCase("objects.box_1.offset_x_m: { normal: [999999, 1] }", "expected values from -1000000 to 1000000")]
    [TestCase("objects.box_1.offset_x_m: { mixture: [ { use: { uniform: [0, 1] } }, { use: { normal: [1e9, 1] } } ] }", "expected values from -1000000 to 1000000")]
    [TestCase("objects.box_1.yaw_deg: { uniform: [-1e308, 1e308] }", "its draws are too far apart for numbers")]
    [TestCase("objects.box_1.yaw_deg: { uniform: [0, 1e300] }", "expected values from -1000000 to 1000000 (degrees about +Y)")]
    [TestCase("lights.lamp.intensity: 1e300", "expected values from 0 to 1000000000 (multiplies the lamp's intensity)")]
    [TestCase("lights.lamp.intensity: { normal: [1, 0.1] }", "a normal distribution has no ends, truncated_normal does")]
    [TestCase("parameters.a: { uniform: [-1e308, 1e308] }", "its draws are too far apart for numbers")]
    [TestCase("parameters.a: { normal: [1e308, 1e308] }", "its draws are too far apart for numbers")]
    [TestCase("parameters.a: { grid: [-1e308, 1e308, 3] }", "[low, high, count]")]
    [TestCase("objects.box_1.item: [keep, { category: cup }]", "a category is no choice among others; expected { category: NAME } in place of the list")]
    [TestCase("objects.box_1.item: { category: cup, size_within: 0 }", "size_within: there is '0'; expected a number above 0")]
    public void Draws_That_No_Scene_Can_Have_Are_Errors_Of_The_File(string draw, string expected) =>
        Assert.That(ScenarioText.Errors(ScenarioText.With($"cousins: {{ vary: {{ {draw} }} }}")), Has.Length.EqualTo(1).And.Some.Contains(expected));

    [TestCase("objects.box_1.offset_x_m: { normal: [0, 0.1] }")]
    [TestCase("objects.box_1.yaw_deg: { mixture: [ { use: { normal: [0, 3] } }, { use: { uniform: [0, 90] } } ] }")]
    [TestCase("parameters.a: { uniform: [-1e100, 1e100] }")]
    public void Draws_That_Have_No_Ends_Are_Taken_Where_Hardly_Any_Leaves_The_Range(string draw) =>
        Assert.That(ScenarioText.Errors(ScenarioText.With($"cousins: {{ vary: {{ {draw} }} }}")), Is.Empty);

    [Test]
    public void Both_Messages_About_A_Correlation_Agree()
    {
        string Of(string correlation) => ScenarioText.Errors(ScenarioText.With($"cousins: {{ vary: {{ parameters.a: {{ uniform: [0, 1] }}, parameters.b: {{ uniform: [0, 1] }}, parameters.c: {{ uniform: [0, 1] }} }}, correlated: [ {{ draws: [parameters.a, parameters.b, parameters.c], correlation: {correlation} }} ] }}"))[0];

        Assert.That(Of("1"), Does.EndWith("expected a number above -1 and below 1 (of each pair)"));
        Assert.That(Of("-0.8"), Does.EndWith("expected a number above -0.5 and below 1 (of each pair)"));
    }

    [TestCase("[]", "the list is empty")]
    [TestCase("{ a: b }", "there is a mapping")]
    [TestCase("[[x.yaml]]", "there is a list")]
    public void What_Extends_Nothing_Is_Told_Before_What_That_Would_Have_Said(string extends, string expected) =>
        Assert.That(ScenarioText.Errors($"extends: {extends}\nscenario: own\n"), Has.Length.EqualTo(1).And.Some.Contains($"extends: {expected}"));

    [Test]
    public void What_A_Terminal_Would_Obey_Is_Shown_As_Its_Code() =>
        Assert.That(ScenarioText.Errors(ScenarioText.With("cousins: { vary: { \"objects.\\u202Eabc.nothing\\u001b[31m\": 1 } }")), Has.Some.Contains(@"\u{202e}abc").And.None.Contains("\u202E").And.None.Contains("\u001b"));

    [Test]
    public void What_The_File_Takes_Away_From_Its_Base_Is_Missed_There()
    {
        string folder = Directory.CreateTempSubdirectory("removed-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "base.yaml"), ScenarioText.With("labels: [rgb]"));
            string own = Path.Combine(folder, "own.yaml");
            File.WriteAllText(own, "extends: base.yaml\nscenario: own\nversion: 2.0.0\ncameras:\n  front:\n    width: ~\n");

            string[] errors = [.. Scenes.Scenarios.Reading.ScenarioReader.ReadFile(own).Errors.Select(ScenarioText.Line)];

            Assert.That(errors, Has.Length.EqualTo(1).And.Some.Contains("own.yaml:6:5: cameras[0].width: the key is taken away here, and needed"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
