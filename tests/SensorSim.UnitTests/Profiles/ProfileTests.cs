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

    [Test]
    public void ASmallerImage_IsACropOfTheSensorsMiddle_AndChangesNoValue()
    {
        StageRequest own = One(("profile", "imx477")), crop = Sized(new(1280, 720), ("profile", "imx477")), named = Sized(new(1280, 720), ("profile", "imx477"), ("mode", "crop"));
        Assert.That(Json(crop), Is.EqualTo(Json(own)));
        Assert.That(Json(named), Is.EqualTo(Json(own)));
    }

    [TestCase("bin", 1014, 760, 4 * 1.55, 16 * 8180.0, 4 * 3.0, 0.47 / 16, 16 * 0.5)]
    [TestCase("bin", 1280, 720, 3 * 1.55, 9 * 8180.0, 3 * 3.0, 0.47 / 9, 9 * 0.5)]
    [TestCase("bin", 4056, 3040, 1.55, 8180, 3, 0.47, 0.5)]
    [TestCase("fit_pitch", 1014, 760, 4 * 1.55, 8180, 3, 0.47, 0.5)]
    [TestCase("fit_pitch", 8112, 100, 1.55 / 2, 8180, 3, 0.47, 0.5)]
    public void AnotherReadout_HasPixelsOfItsOwn(string mode, int width, int height, double pitch, double fullWell, double readNoise, double gain, double dark)
    {
        StageRequest request = Sized(new(width, height), ("profile", "imx477"), ("mode", mode));
        double Value(string name) => request.Parameters[name]!.GetValue<double>();
        string[] names = ["pixel_pitch_um", "full_well_electrons", "read_noise_electrons", "gain_dn_per_electron", "dark_current_electrons_per_second", "black_level_dn"];
        Assert.That(names.Select(Value), Is.EqualTo(new[] { pitch, fullWell, readNoise, gain, dark, 256.3 }).Within(1e-9));
    }

    [TestCase("crop", 5000, 100, "has 4056x3040 pixels, and the image 5000x100")]
    [TestCase("bin", 100, 3041, "Ask for a smaller image")]
    [TestCase("skip", 100, 100, "\"mode\" is \"skip\"; expected one of crop, bin, fit_pitch")]
    public void AReadoutThatCannotBe_IsRefused(string mode, int width, int height, string expected)
    {
        PluginUse use = Use("camera.noise", ("profile", "imx477"), ("mode", mode));
        var wrong = Assert.Throws<SensorChainException>(() => StageRequests.Of([use], Catalog, new(width, height)));
        Assert.That(wrong!.Errors.Single().Message, Does.Contain(expected));
    }

    [Test]
    public void AProfileWithoutItsPixels_HasNoOtherReadout()
    {
        Write(Text("""["camera.noise"]""", """ "bits": { "value": 10, "status": "tuned", "source": "for a test" } """));
        Assert.That(StageRequests.Of([Use("camera.noise", ("profile", _file))], Catalog, new(9000, 9000)), Has.Count.EqualTo(1));
        AssertRefused(Use("camera.noise", ("profile", _file), ("mode", "bin")), "does not say how many pixels");
    }

    [Test]
    public void BinnedPixels_AreAveragesOfTheSensors()
    {
        double[] Samples(int side, string mode) => SensorBench.Samples(ReferenceRunner.Run(
            SensorBench.Raw(StageRequests.Of([Use("camera.noise", ("profile", "imx477"), ("mode", mode))], Catalog, new(4056 * side / 512, 3040 * side / 512)).Single()),
            SensorBench.Frame(side, side), [SensorBench.Field(side, side, (_, _) => 300)]));
        double[] whole = Samples(512, "crop"), binned = Samples(256, "bin");
        double[] averages = [.. Enumerable.Range(0, 3 * 256 * 256).Select(i =>
        {
            (int pixel, int channel) = Math.DivRem(i, 3);
            int first = (2 * (pixel / 256) * 512) + (2 * (pixel % 256));
            return ((int[])[first, first + 1, first + 512, first + 513]).Average(at => whole[(3 * at) + channel]);
        })];
        Moments expected = Moments.Of(averages), measured = Moments.Of(binned);
        Assert.Multiple(() =>
        {
            Acceptance.Holds("binning, mean, DN", measured.Mean, expected.Mean, 4 * Math.Sqrt(2 * expected.Variance / expected.Count));
            Acceptance.Holds("binning, variance over that of averages", measured.Variance / expected.Variance, 1, (4 * Math.Sqrt(4.0 / expected.Count)) + (1 / 12.0 / expected.Variance));
        });
    }

    [TestCase("{", "ends in the middle, at column 2")]
    [TestCase("""{ "profile": "\ud800", "sensor": "b", "chain": [], "values": {} }""", "half a character")]
    [TestCase("[]", "$: an object with profile, sensor, chain, values")]
    [TestCase("""{ "profile": "a", "sensor": "b", "chain": [], "values": {}, "color": 1 }""", "$.color: there is no such key")]
    [TestCase("""{ "profile": "a", "sensor": "b", "chain": [] }""", "\"values\" is missing")]
    [TestCase("""{ "profile": "a", "sensor": "b", "array": { "width": 0, "height": 4, "status": "tuned", "source": "c" }, "chain": [], "values": {} }""", "$.array.width: a whole number of pixels")]
    [TestCase("""{ "profile": "a", "sensor": "b", "array": { "width": 4, "height": 4 }, "chain": [], "values": {} }""", "$.array: \"status\" is missing")]
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

    private static StageRequest One(params (string Key, JsonNode? Value)[] parameters) => StageRequests.Of([Use("camera.noise", parameters)], Catalog).Single();

    private static StageRequest Sized(SensorArray image, params (string Key, JsonNode? Value)[] parameters) => StageRequests.Of([Use("camera.noise", parameters)], Catalog, image).Single();

    private static string[] Json(StageRequest request) => [.. request.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value?.ToJsonString()}")];

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
