using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins;

[TestFixture]
public sealed class SceneBindingTests
{
    [TestCase(
        "lights: [ { match: \"cieling*\" } ]",
        "aisle.yaml:12:20: lights[0].match: no lamp of the scene matches 'cieling*'; expected one of ceiling_1, ceiling_2; did you mean 'ceiling_*'?; example: match: \"ceiling_*\"")]
    [TestCase(
        "lights: [ { match: \"ceiling*\" }, { match: ceiling_2 } ]",
        "aisle.yaml:12:43: lights[1].match: the lamp 'ceiling_2' already has the rule at aisle.yaml:12:20; expected one rule for each lamp")]
    [TestCase(
        "lights: [ { match: ceiling_1, angular_diameter_deg: 2 } ]",
        "aisle.yaml:12:20: lights[0].angular_diameter_deg: 'ceiling_1' is no directional light; expected radius_m for a point or spot light")]
    [TestCase(
        "cousins: { vary: { objects.bxo_*.yaw_deg: 1 } }",
        "aisle.yaml:12:20: cousins.vary[\"objects.bxo_*.yaw_deg\"]: no object of the scene matches 'bxo_*'; expected one of table, box_1, box_2, can.001; did you mean 'box_*'?; example: \"objects.box_*.yaw_deg\": { uniform: [0.5, 1] }")]
    [TestCase(
        "cousins: { vary: { materials.plastic.swap: [cardboard, wood] } }",
        "aisle.yaml:12:44: cousins.vary[\"materials.plastic.swap\"]: no material of the scene matches 'wood'; expected one of cardboard, plastic, keep; example: \"materials.plastic.swap\": [cardboard]")]
    [TestCase(
        "cousins: { vary: { objects.box_2.item: { category: cup, size_within: 0.05 } } }",
        "aisle.yaml:12:40: cousins.vary[\"objects.box_2.item\"]: no cup of the library is as long as 'box_2' (1 m) within 5 %; expected size_within of at least")]
    [TestCase(
        "cousins: { vary: { objects.table.item: [builtin:mug] } }",
        "aisle.yaml:12:20: cousins.vary[\"objects.table.item\"]: 'table' carries 'box_1', which cannot stay behind; expected objects of one node")]
    [TestCase(
        "cousins: { vary: { scene.variant: [night] } }",
        "aisle.yaml:12:35: cousins.vary[\"scene.variant\"]: no variant of the scene matches 'night': there is none")]
    [TestCase(
        "cousins: { vary: { \"lights.*.intensity\": 1, lights.ceiling_2.intensity: 2 } }",
        "aisle.yaml:12:45: cousins.vary[\"lights.ceiling_2.intensity\"]: 'lights.ceiling_2.intensity' is already drawn by the key at aisle.yaml:12:20; expected one key for each draw")]
    public void What_Does_Not_Fit_The_Scene_Is_Reported(string rest, string expected)
    {
        SceneBinding binding = SceneBinding.Of(ScenarioText.Valid(ScenarioText.With(rest)), SmallScene.Create());

        Assert.That(binding.Errors.Single().ToString(), Does.StartWith(expected));
    }

    [Test]
    public void A_Camera_That_The_Scene_Has_Not_Is_Reported()
    {
        string yaml = ScenarioText.With("").Replace("pose: { from: [0, 1.4, 3], look_at: [0, 1, 0] }", "pose: frnt", StringComparison.Ordinal);

        SceneBinding binding = SceneBinding.Of(ScenarioText.Valid(yaml), SmallScene.Create());

        Assert.That(binding.Errors.Single().ToString(), Is.EqualTo(
            "aisle.yaml:11:65: cameras[0].pose: no camera of the scene matches 'frnt'; expected { from: [x, y, z], look_at: [x, y, z] } or one of front; did you mean 'front'?; example: pose: front"));
    }

    [Test]
    public void Everything_That_Does_Not_Fit_Is_Reported_At_Once() => Assert.That(
        () => new CousinSampler(
            ScenarioText.Valid(ScenarioText.With("lights: [ { match: a }, { match: b } ]\ncousins: { vary: { lights.c.intensity: 1 } }")), SmallScene.Create(), 0),
        Throws.TypeOf<ScenarioException>().With.Property("Errors").Count.EqualTo(3));
}
