using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>The scenario that a newcomer renders first.</summary>
[TestFixture]
public sealed class QuickstartTests
{
    [Test]
    public void It_Fits_Its_Scene()
    {
        Scenario scenario = ScenarioReader.ReadFile(Repository.PathOf("scenarios", "quickstart.yaml")).OrThrow();
        Scene scene = SceneLibrary.Read(scenario.Scene).Scene;
        var sampler = new CousinSampler(scenario, scene, scenario.Cousins.Seed);

        SceneInstance cousin = sampler.Sample(0);

        Assert.That(cousin.Lamps.Select(l => l.Waveform?.Use), Is.EqualTo(new[] { "light.mains", "light.mains", "light.mains" }));
        Assert.That(scenario.Cameras.Select(c => CameraPlacement.Of(c, cousin).Name), Is.EqualTo(new[] { "front", "side" }));
        Assert.That(scenario.Cameras.Select(c => 0.01 / c.Exposure!.RowTimeSeconds), Is.All.EqualTo(100).Within(1e-9), "rows of a band, of which the README speaks: several in an image are seen as bands");
        Assert.That(scenario.Cousins.Count, Is.EqualTo(4));
        Assert.That(scenario.Labels, Is.EqualTo(LabelSet.Default));
        Assert.That(CategoryTable.Of(scene, SceneInstances.Of(scene), scenario.Categories).Names, Is.EqualTo(scenario.Categories.Names), "every category is declared and used");
    }
}
