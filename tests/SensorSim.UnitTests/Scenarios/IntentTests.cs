namespace SensorSim.UnitTests.Scenarios;

/// <summary>An intent that says nothing is no intent.</summary>
[TestFixture]
public sealed class IntentTests
{
    [TestCase("  intended_use: [train, evaluate]", "  intended_use: [win]", "aisle.yaml:6:18: intent.intended_use[0]: there is 'win'; expected one of train, evaluate")]
    [TestCase("  intended_use: [train, evaluate]", "  intended_use: []", "aisle.yaml:6:17: intent.intended_use: the list is empty; expected a list of train and evaluate")]
    [TestCase("failure_mode: dim or flickering aisle light", "failure_mode: \"\"", "aisle.yaml:5:17: intent.failure_mode: there is nothing; expected the weakness of a model that the data is for")]
    [TestCase("failure_mode: dim or flickering aisle light", "failure_mode:", "aisle.yaml:5:16: intent.failure_mode: there is nothing; expected the weakness of a model that the data is for")]
    [TestCase("real_probe: 200 frames of aisle 7", "real_probe: \"  \"", "aisle.yaml:8:15: intent.real_probe: there is nothing; expected the real data that tells whether it worked")]
    public void EmptyOrUnknown_IsAnErrorWithItsPosition(string from, string to, string expected) =>
        Assert.That(ScenarioText.Errors(ScenarioText.With("").Replace(from, to, StringComparison.Ordinal)), Is.EqualTo(new[] { expected }));
}
