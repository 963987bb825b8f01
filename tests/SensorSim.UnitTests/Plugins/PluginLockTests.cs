using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Plugins;

namespace SensorSim.UnitTests.Plugins;

/// <summary>A lock pins plugins to the byte, and says what is different.</summary>
public sealed class PluginLockTests
{
    private static readonly string s_builtIn = Path.Combine(AppContext.BaseDirectory, "plugins");
    private static readonly string s_digest = new('a', 64);

    private string _path = "";

    [SetUp]
    public void NameAFile() => _path = Path.Combine(Directory.CreateTempSubdirectory("sensorsim-lock-").FullName, PluginLock.FileName);

    [TearDown]
    public void Remove() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Test]
    public void WhatIsLocked_IsFoundAgain()
    {
        IEnumerable<InstalledPlugin> plugins = PluginCatalog.Load([s_builtIn]).Plugins.Values;
        File.WriteAllText(_path, PluginLock.Of(plugins).ToJson());

        var read = PluginLock.Read(_path);

        Assert.That(read.Problem(plugins), Is.Null);
        Assert.That(read.ToJson(), Is.EqualTo(File.ReadAllText(_path)));
        Assert.That(read.Sha256, Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_path)))));
    }

    [Test]
    public void AnotherPluginAndOneThatIsNotLocked_AreToldWithWhatWasExpectedAndFound()
    {
        InstalledPlugin[] plugins = [.. PluginCatalog.Load([Path.Combine(s_builtIn, "isp.tone"), Path.Combine(s_builtIn, "isp.srgb")]).Plugins.Values];
        var held = new PluginLock(new Dictionary<string, LockedPlugin>(StringComparer.Ordinal) { ["isp.tone"] = new("0.9.0", s_digest), ["not.used"] = new("1.0.0", s_digest) });

        Assert.That(held.Problem(plugins), Is.EqualTo(
            $"2 plugins are not as locked: isp.srgb is not in the lock; isp.tone is locked as 0.9.0 (sha256 aaaaaaaaaaaa…), and {plugins[1].Manifest.Version} (sha256 {plugins[1].Digest[..12]}…) is installed."));
    }

    [Test]
    public void ManyPluginsThatAreNotLocked_AreCountedInOneLine()
    {
        InstalledPlugin[] plugins = [.. PluginCatalog.Load([s_builtIn]).Plugins.Values];
        string? problem = new PluginLock(new Dictionary<string, LockedPlugin>(StringComparer.Ordinal)).Problem(plugins);

        Assert.That(problem, Does.StartWith($"{plugins.Length} plugins are not as locked: {plugins[0].Manifest.Id} is not in the lock; ").And.EndsWith($"; and {plugins.Length - 3} more."));
        Assert.That(problem, Does.Not.Contain('\n'));
    }

    [Test]
    public void ALockBelongsToItsScenario_AndTheFoldersHoldsTheOthers()
    {
        string folder = Path.GetDirectoryName(_path)!, other = Path.Combine(folder, "other.yaml");
        File.WriteAllText(Path.Combine(folder, "aisle.lock.json"), PluginLock.Of([]).ToJson());

        Assert.That(RunLock.Of(new() { ScenarioPath = Path.Combine(folder, "aisle.yaml") })?.Path, Is.EqualTo(Path.Combine(folder, "aisle.lock.json")));
        Assert.That(RunLock.Of(new() { ScenarioPath = other }), Is.Null);
        File.WriteAllText(_path, PluginLock.Of([]).ToJson());
        Assert.That(RunLock.Of(new() { ScenarioPath = other })?.Path, Is.EqualTo(_path));
        Assert.That(RunLock.PathBeside(other), Is.EqualTo(Path.Combine(folder, "other.lock.json")));
    }

    [TestCase("{", "ends in the middle, at column 2")]
    [TestCase("[]", "not a JSON object")]
    [TestCase("""{ "schema_version": 1 }""", "$.plugins: the key is missing")]
    [TestCase("""{ "schema_version": 2, "plugins": {} }""", "$.schema_version: 2; this program reads 1")]
    [TestCase("""{ "schema_version": 1, "plugin": {} }""", "$.plugin: there is no such key. Did you mean \"plugins\"?")]
    [TestCase("""{ "schema_version": 1, "plugins": { "a.b": "1.0.0" } }""", "$.plugins.a.b: an object is expected")]
    [TestCase("""{ "schema_version": 1, "plugins": { "a.b": { "version": "1.0.0", "sha256": "ABC" } } }""", "$.plugins.a.b.sha256: \"ABC\" is not a digest")]
    [TestCase("""{ "schema_version": 1, "plugins": { "a.b": { "version": 1, "sha256": "" } } }""", "$.plugins.a.b.version: a string is expected here, not 1.")]
    public void AFileThatIsNoLock_IsNamedWithTheJsonPath(string json, string problem)
    {
        File.WriteAllText(_path, json);
        Assert.That(() => PluginLock.Read(_path), Throws.TypeOf<PluginException>().With.Message.StartsWith(_path).And.Message.Contains(problem));
    }

    [Test]
    public void AMissingFile_IsNamed() => Assert.That(() => PluginLock.Read(_path), Throws.TypeOf<PluginException>().With.Message.Contains(_path));
}
