using System.Text;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;

namespace SensorSim.UnitTests.Plugins;

/// <summary>Folders that are not working plugins: each is named with what is wrong, and nobody else suffers.</summary>
public sealed class PluginCatalogTests
{
    private string _folder = "";

    [SetUp]
    public void CopyAPlugin()
    {
        _folder = Directory.CreateTempSubdirectory("sensorsim-plugins-").FullName;
        Copy("isp.develop", "broken");
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void EveryBuiltInPluginLoads()
    {
        PluginCatalog catalog = PluginCatalog.Load([BuiltIn]);
        Assert.Multiple(() =>
        {
            Assert.That(catalog.Problems, Is.Empty);
            Assert.That(catalog.Plugins.Keys, Is.EqualTo(Directory.EnumerateDirectories(BuiltIn).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
        });
    }

    [Test]
    public void AFolderThatIsAPluginItselfMayBeGiven() =>
        Assert.That(PluginCatalog.Load([Path.Combine(_folder, "broken")]).Plugins.Keys, Is.EqualTo(["isp.develop"]));

    [Test]
    public void TheFolderOfAProjectIsWhatWasBuiltInIt()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "project", "plugin"));
        File.Copy(Path.Combine(_folder, "broken", "plugin.json"), Path.Combine(_folder, "project", "plugin", "plugin.json"));
        Directory.Move(Path.Combine(_folder, "broken"), Path.Combine(_folder, "project", "build"));
        PluginCatalog catalog = PluginCatalog.Load([Path.Combine(_folder, "project")]);
        Assert.That((catalog.Plugins.Keys.Single(), catalog.Problems.Count), Is.EqualTo(("isp.develop", 0)));
    }

    [TestCase("{ \"id\": \"a\", ", "it ends in the middle, at column 14.", TestName = "Malformed JSON")]
    [TestCase("{ \"id\": \"\\ud800\" }", "half a character", TestName = "Half a character")]
    [TestCase("[]", "not a JSON object", TestName = "Not an object")]
    [TestCase("{ \"identity\": \"a.b\" }", "$.identity", TestName = "Unknown key")]
    [TestCase("{ \"id\": 3 }", "$.id", TestName = "Wrong type")]
    [TestCase("{ \"id\": \"a.b\" }", "\"version\", \"kind\", \"assembly\", \"contract\" are missing", TestName = "Missing keys")]
    [TestCase("{ \"id\": \"a.b\", \"verson\": \"1.0.0\", \"kind\": \"sensor\", \"assembly\": \"../a.dll\", \"contract\": \"any\" }", "$.verson: there is no such key. Did you mean \"version\"? $.assembly: \"../a.dll\" is not the name of a .dll in the same folder. $.contract: \"any\" is not a range", TestName = "Three mistakes at once")]
    [TestCase("{ \"id\": \"a.b\", \"version\": \"1.0.0\", \"kind\": \"sensor\", \"assembly\": \"Gone.dll\", \"contract\": \">=9.0\" }", "$.contract: it works with contract >=9.0, and this program has 2.5. Install a matching version of the plugin, or correct $.contract. Its assembly Gone.dll is not in the folder. Build the plugin, or correct $.assembly.", TestName = "A missing assembly beside another mistake")]
    public void ABadManifestIsNamed(string json, string expected)
    {
        File.WriteAllText(Manifest, json);
        PluginProblem problem = OnlyProblem();
        Assert.Multiple(() =>
        {
            Assert.That(problem.Path, Is.EqualTo(Manifest));
            Assert.That(problem.Message, Does.Contain(expected));
        });
    }

    [TestCase("{ \"id\": \"my.own\", ", "my.own", TestName = "The id can be read")]
    [TestCase("{ \"version\"", "broken", TestName = "The folder's name stands for the id")]
    public void AManifestThatCannotBeRead_IsToldToThoseWhoAskForThePlugin(string json, string id)
    {
        File.WriteAllText(Manifest, json);
        PluginCatalog catalog = PluginCatalog.Load([BuiltIn, _folder]);
        Assert.That(
            () => catalog.Require(id),
            Throws.TypeOf<PluginException>().With.Message.StartsWith($"The plugin {id} is installed but cannot be used. {Manifest}: it is not").And.Message.Not.Contains("Known: "));
        Assert.That(catalog.WhyUnusable("camera.noise"), Is.Null);
    }

    [TestCase("isp.develop", "Isp Develop", "$.id")]
    [TestCase("1.0.0", "one", "$.version")]
    [TestCase("\"sensor\"", "\"sensors\"", "is one of sensor, light")]
    [TestCase("\"sensor\"", "\"light\"", "$.kind is light, but DevelopStage is a sensor")]
    [TestCase(">=2.0 <3.0", ">=3.0 <4.0", "this program has 2.5")]
    [TestCase(">=2.0 <3.0", "any", "not a range")]
    [TestCase("SensorSim.Plugins.IspDevelop.dll", "../evil.dll", "$.assembly")]
    [TestCase("SensorSim.Plugins.IspDevelop.dll", "Other.dll", "not in the folder")]
    public void AWrongManifestIsNamed(string from, string to, string expected)
    {
        File.WriteAllText(Manifest, File.ReadAllText(Manifest).Replace(from, to, StringComparison.Ordinal));
        Assert.That(OnlyProblem().Message, Does.Contain(expected));
    }

    [Test]
    public void ABuildThatIsNotThereYet_IsToldWithItsProject()
    {
        string project = Directory.CreateDirectory(Path.Combine(_folder, "plugin")).FullName, build = Path.Combine(_folder, "build");
        File.WriteAllText(Path.Combine(project, "plugin.json"), "{}");
        File.WriteAllText(Path.Combine(project, "My.csproj"), "<Project/>");

        Assert.That(PluginCatalog.Load([build]).Problems.Single().Message, Is.EqualTo($"It is not built yet: run dotnet build in {project}."));
        Assert.That(PluginCatalog.Load([Path.Combine(_folder, "built")]).Problems.Single().Message, Is.EqualTo("There is no such plugin directory."));
    }

    [Test]
    public void AMissingShaderIsNamed()
    {
        File.Delete(Path.Combine(_folder, "broken", "isp_develop.glsl"));
        Assert.That(OnlyProblem().Message, Does.Contain("isp_develop.glsl"));
    }

    [Test]
    public void APluginThatDidNotCompileIsNamedWithTheError()
    {
        File.Delete(Path.Combine(_folder, "broken", "SensorSim.Plugins.IspDevelop.dll"));
        File.WriteAllText(Path.Combine(_folder, "broken", "build-errors.txt"), "Stage.cs(3,7): error CS1002: ; expected\nmore");
        PluginCatalog catalog = PluginCatalog.Load([_folder]);
        Assert.That(
            () => catalog.Require("isp.develop"),
            Throws.TypeOf<PluginException>().With.Message.EndsWith("It does not compile: Stage.cs(3,7): error CS1002: ; expected\n  more"));
        Assert.That(catalog.Problems.Single().Notice, Does.EndWith("cannot be used: 'sensorsim plugins list isp.develop' says why"), "what is told to all is one line");
    }

    [Test]
    public void AStageWhosePluginIsBrokenIsToldSo()
    {
        File.Delete(Path.Combine(_folder, "broken", "isp_develop.glsl"));
        PluginCatalog catalog = PluginCatalog.Load([_folder]);
        StageRequest[] stages = [new("isp.develop", new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(StringComparer.Ordinal))];

        Assert.That(
            () => SensorChain.Build(catalog.Plugins, stages, whyUnusable: catalog.WhyUnusable),
            Throws.TypeOf<SensorChainException>().With.Message.Contains("The plugin isp.develop is installed but cannot be used.").And.Message.Contains("isp_develop.glsl"));
    }

    [Test]
    public void AnAssemblyThatIsNoneIsNamed()
    {
        File.WriteAllText(Path.Combine(_folder, "broken", "SensorSim.Plugins.IspDevelop.dll"), "not a library");
        Assert.That(OnlyProblem().Message, Does.Contain("cannot be loaded"));
    }

    [Test]
    public void AnAssemblyWithoutAPluginIsNamed()
    {
        File.Copy(typeof(FsCheck.Property).Assembly.Location, Path.Combine(_folder, "broken", "Library.dll"));
        File.WriteAllText(Manifest, File.ReadAllText(Manifest).Replace("SensorSim.Plugins.IspDevelop.dll", "Library.dll", StringComparison.Ordinal));
        Assert.That(OnlyProblem().Message, Does.Contain("no public class").Or.Contain("cannot be loaded"));
    }

    [Test]
    public void APluginThatBringsItsOwnContractsUsesOurs()
    {
        File.Copy(typeof(Plugin).Assembly.Location, Path.Combine(_folder, "broken", Path.GetFileName(typeof(Plugin).Assembly.Location)));
        Assert.That(PluginCatalog.Load([_folder]).Plugins.Keys, Is.EqualTo(["isp.develop"]));
    }

    [Test]
    public void TwoFoldersWithOneIdAreBothRefused()
    {
        Copy("isp.develop", "again");
        PluginCatalog catalog = PluginCatalog.Load([_folder]);
        Assert.Multiple(() =>
        {
            Assert.That(catalog.Plugins, Is.Empty);
            Assert.That(catalog.Problems.Single().Message, Does.Contain("broken").And.Contain("again"));
            Assert.That(() => catalog.Require("isp.develop"), Throws.TypeOf<PluginException>().With.Message.Contains("Several folders"));
        });
    }

    [Test]
    public void AMistypedIdGetsTheNearest() => Assert.That(
        () => PluginCatalog.Load([BuiltIn]).Require("camera.niose"),
        Throws.TypeOf<PluginException>().With.Message.Contains("Did you mean \"camera.noise\"?"));

    [Test]
    public void AnIdThatIsLikeNone_IsToldWithThePlacesThatWereLookedAt()
    {
        string? set = Environment.GetEnvironmentVariable(PluginCatalog.DirectoriesVariable);
        string places = string.IsNullOrEmpty(set) ? $" (looked in {_folder}; SENSORSIM_PLUGINS, which names folders of more plugins, is not set)" : $" (looked in {_folder})";
        var catalog = PluginCatalog.Load([_folder]);

        Assert.That(() => catalog.Require("my.adc-ripple"), Throws.TypeOf<PluginException>().With.Message.EndsWith(places));
        Assert.That(catalog.PlacesOf("isp.devlop"), Is.Empty);
    }

    [Test]
    public void TheDigestIsWhatSha256sumWouldGiveTwice()
    {
        string folder = Path.Combine(_folder, "files");
        Directory.CreateDirectory(Path.Combine(folder, "a"));
        File.WriteAllText(Path.Combine(folder, "b"), "two");
        File.WriteAllText(Path.Combine(folder, "a", "c"), "one");
        static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Assert.That(PluginDigest.Of(folder), Is.EqualTo(Hash($"{Hash("one")}  a/c\n{Hash("two")}  b\n")));
    }

    private static string BuiltIn => Path.Combine(AppContext.BaseDirectory, "plugins");

    private string Manifest => Path.Combine(_folder, "broken", "plugin.json");

    private PluginProblem OnlyProblem()
    {
        PluginCatalog catalog = PluginCatalog.Load([Path.Combine(BuiltIn, "camera.noise"), _folder]);
        Assert.That(catalog.Plugins, Does.ContainKey("camera.noise"));
        return catalog.Problems.Single();
    }

    private void Copy(string id, string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder, name));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(BuiltIn, id)))
        {
            File.Copy(file, Path.Combine(_folder, name, Path.GetFileName(file)));
        }
    }
}
