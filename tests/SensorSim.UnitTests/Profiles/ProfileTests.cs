using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Profiles;
using SensorSim.Hosting.Scenarios;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Model;
using SensorSim.Sensors;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Profiles;

/// <summary>Cameras as data.</summary>
public sealed class ProfileTests
{
    private string _file = "";

    private static PluginCatalog Catalog => SensorBench.Catalog;

    [SetUp]
    public void CreateFile() => _file = Path.Combine(Directory.CreateTempSubdirectory("sensorsim-profile-").FullName, "mine.json");

    [TearDown]
    public void DeleteFile() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Test]
    public void EveryValueOfAShippedProfile_IsAParametersAndHasASource()
    {
        Assert.That(Catalog.Profiles.Names, Is.SupersetOf(["imx219", "imx363", "imx477", "imx490"]));
        HashSet<string> names = [.. Catalog.Plugins.Values.SelectMany(plugin => plugin.Schema.Parameters.SelectMany(p => (string[])[p.Name, $"{plugin.Manifest.Id}.{p.Name}"]))];
        foreach (SensorProfile profile in Catalog.Profiles.Names.Select(Catalog.Profiles.Require))
        {
            Assert.That(profile.Values.Keys, Is.SubsetOf(names), profile.Id);
            Assert.That(profile.Values.Values.Select(value => value.Source), Has.All.Length.GreaterThan(10), profile.Id);
        }
    }

    [Test]
    public void AStage_TakesTheProfilesValues_AndItsOwnBefore()
    {
        StageRequest request = StageRequests.Of([Use("camera.noise", ("profile", "imx477"), ("read_noise_electrons", 9))], Catalog).Single();
        Assert.Multiple(() =>
        {
            Assert.That(request.Parameters["gain_dn_per_electron"]!.ToJsonString(), Is.EqualTo("0.47"));
            Assert.That(request.Parameters["read_noise_electrons"]!.ToJsonString(), Is.EqualTo("9"));
            Assert.That(request.Parameters, Does.Not.ContainKey("profile").And.Not.ContainKey("doubling_kelvin"));
        });
    }

    [Test]
    public void AProfileAlone_IsItsWholeChain()
    {
        Write(Text("""["camera.blur", "camera.noise"]""", """ "sigma_px": { "value": 0.7, "status": "tuned", "source": "for a test" }, "camera.noise.bits": { "value": 10, "status": "tuned", "source": "for a test" } """));
        IReadOnlyList<StageRequest> requests = StageRequests.Of([Use(PluginUse.WholeProfile, ("profile", _file), ("read_noise_electrons", 4))], Catalog);
        Assert.That(requests.Select(request => request.Use), Is.EqualTo(["camera.blur", "camera.noise"]));
        Assert.That(requests[0].Parameters["sigma_px"]!.ToJsonString(), Is.EqualTo("0.7"));
        Assert.That(requests[1].Parameters["bits"]!.ToJsonString(), Is.EqualTo("10"));
        Assert.That(requests[1].Parameters["read_noise_electrons"]!.ToJsonString(), Is.EqualTo("4"));
    }

    [TestCase("imx47", "Did you mean \"imx477\"")]
    [TestCase("nowhere/mine.json", "nowhere/mine.json: the file cannot be read")]
    public void AProfileThatIsNotThere_IsNamed(string profile, string expected) =>
        AssertRefused(Use("camera.noise", ("profile", profile)), expected);

    [Test]
    public void AProfileThatSaysNothingOfAPlugin_IsRefused() => AssertRefused(Use("isp.develop", ("profile", "imx477")), "says nothing of isp.develop");

    [Test]
    public void AKeyOfNoStage_IsRefused()
    {
        Write(Text("""["camera.noise"]""", """ "bits": { "value": 10, "status": "tuned", "source": "for a test" } """));
        AssertRefused(Use(PluginUse.WholeProfile, ("profile", _file), ("sigma", 4)), "No stage of the profile");
    }

    [TestCase("{", "line 1")]
    [TestCase("[]", "$: an object with profile, sensor, chain, values")]
    [TestCase("""{ "profile": "a", "sensor": "b", "chain": [], "values": {}, "color": 1 }""", "$.color: there is no such key")]
    [TestCase("""{ "profile": "a", "sensor": "b", "chain": [] }""", "\"values\" is missing")]
    [TestCase("""{ "profile": "a", "sensor": "b", "chain": [1], "values": {} }""", "$.chain: a list of plugin ids")]
    [TestCase("""{ "profile": "a", "sensor": "b", "chain": [], "values": { "bits": 10 } }""", "$.values.bits: an object with value, status, source")]
    [TestCase("""{ "profile": "a", "sensor": "b", "chain": [], "values": { "bits": { "value": 10, "status": "guessed", "source": "c" } } }""", "is not one of measured, datasheet, tuned")]
    [TestCase("""{ "profile": "a", "sensor": "b", "chain": [], "values": { "bits": { "value": ["a"], "status": "tuned", "source": "c" } } }""", "$.values.bits.value: a number")]
    [TestCase("""{ "profile": "a", "sensor": "b", "chain": [], "values": { "bits": { "value": 10, "status": "tuned", "source": " " } } }""", "$.values.bits.source: a text")]
    public void ABrokenFile_IsNamedWithItsPlace(string text, string expected)
    {
        Write(text);
        var wrong = Assert.Throws<ProfileException>(() => Catalog.Profiles.Require(_file));
        Assert.That(wrong!.Message, Does.StartWith(_file).And.Contains(expected));
    }

    private static string Text(string chain, string values) => $$"""{ "profile": "mine", "sensor": "mine", "chain": {{chain}}, "values": { {{values}} } }""";

    private static PluginUse Use(string id, params (string Key, JsonNode? Value)[] parameters) =>
        new(id, parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal));

    private static void AssertRefused(PluginUse use, string expected)
    {
        var wrong = Assert.Throws<SensorChainException>(() => StageRequests.Of([use], Catalog));
        Assert.That(wrong!.Errors.Single().Message, Does.Contain(expected));
        Assert.That(wrong.Errors.Single().Index, Is.Zero);
    }

    private void Write(string text) => File.WriteAllText(_file, text);
}
