using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.UnitTests.Files;

/// <summary>A mistyped path is told with the file that was probably meant, of the kind that is wanted.</summary>
public sealed class NearestFileTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFiles()
    {
        _folder = Directory.CreateTempSubdirectory("sensorsim-near-").FullName;
        foreach (string name in (string[])["hall.hdr", "hall.glb", "hall.yaml"]) File.WriteAllText(Path.Combine(_folder, name), "");
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void OfAnEnvironment() => Assert.That(
        () => RadianceHdr.Read(Path.Combine(_folder, "hal.hdr")),
        Throws.TypeOf<ImageFormatException>().With.Message.EndsWith("hal.hdr: there is no such file; expected a Radiance .hdr file; did you mean hall.hdr?"));

    [Test]
    public void OfALongerName()
    {
        File.WriteAllText(Path.Combine(_folder, "corridor_north_01_1k.hdr"), "");
        Assert.That(() => RadianceHdr.Read(Path.Combine(_folder, "corridor.hdr")), Throws.TypeOf<ImageFormatException>().With.Message.EndsWith("did you mean corridor_north_01_1k.hdr?"));
    }

    [TestCase("hall.yml")]
    [TestCase("hal.yaml")]
    public void OfAScenario(string name) => Assert.That(
        ScenarioReader.ReadFile(Path.Combine(_folder, name)).Errors.Single().ToString(),
        Does.EndWith($"{name}: there is no such file; expected a scenario file (YAML); did you mean 'hall.yaml'?"));

    [Test]
    public void OfAScene() => Assert.That(
        () => GltfReader.Read(Path.Combine(_folder, "hal.glb")), Throws.TypeOf<GltfException>().With.Message.Contains("did you mean hall.glb?"));

    [Test]
    public void NothingIsNear_OrSomethingElseIsThere()
    {
        Assert.That(ScenarioReader.ReadFile(Path.Combine(_folder, "quickstart.yaml")).Errors.Single().Nearest, Is.Null);
        Assert.That(ScenarioReader.ReadFile(_folder).Errors.Single().Nearest, Is.Null);
    }
}
