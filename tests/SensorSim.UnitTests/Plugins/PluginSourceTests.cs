using SensorSim.Hosting.Plugins;

namespace SensorSim.UnitTests.Plugins;

public sealed class PluginSourceTests
{
    [Test]
    public void ACopyBesideTheProgram_IsNamedByItsSource()
    {
        string source = Path.GetFullPath(PluginSource.Of(Path.Combine(AppContext.BaseDirectory, "plugins", "camera.blur")));

        Assert.That(source, Does.EndWith("/plugins/camera.blur").And.Not.Contains("/bin/"));
        Assert.That(File.Exists(Path.Combine(source, "CameraBlur.csproj")), Is.True);
    }

    [TestCase("/opt/plugins/camera.blur")]
    [TestCase("/opt/lens")]
    public void AnyOtherFolder_IsItsOwnSource(string folder) => Assert.That(PluginSource.Of(folder), Is.EqualTo(folder));

    [Test]
    public void APluginWithoutSources_IsNamedByItsFolder()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "plugins", "no.such");
        Assert.That(PluginSource.Of(folder), Is.EqualTo(folder));
    }

    [TestCase("build", "plugin")]
    [TestCase("plugin/bin/Release/net10.0", "plugin")]
    public void TheBuildOfAProject_IsNamedByItsSource(string build, string project)
    {
        string root = Directory.CreateTempSubdirectory("sensorsim-source-").FullName, built = Path.Combine(root, build), source = Path.Combine(root, project);
        Directory.CreateDirectory(source);
        Directory.CreateDirectory(built);
        File.WriteAllText(Path.Combine(source, "MyRipple.csproj"), "<Project />");
        File.WriteAllText(Path.Combine(source, "RippleStage.cs"), "");
        File.WriteAllText(Path.Combine(source, "plugin.json"), "{ \"id\": \"my.ripple\" }");
        File.Copy(Path.Combine(source, "plugin.json"), Path.Combine(built, "plugin.json"));

        Assert.That(PluginSource.Of(built), Is.EqualTo(source));
        Assert.That(PluginSource.BuildOf(source), Is.EqualTo(build == "build" ? built : null));
        Assert.That(PluginSource.BuildOf(built), Is.Null);
        Assert.That(PluginSource.Of(source), Is.EqualTo(source));
        Assert.That(PluginSource.OfFile("/MyRipple/RippleStage.cs", built), Is.EqualTo(Path.Combine(source, "RippleStage.cs")));
        File.WriteAllText(Path.Combine(built, "plugin.json"), "{ \"id\": \"my.other\" }");
        Assert.That(PluginSource.Of(built), Is.EqualTo(built));
        foreach (string folder in (string[])[source, built]) File.WriteAllText(Path.Combine(folder, "plugin.json"), "{ \"idd\": \"my.ripple\" }");
        Assert.That(PluginSource.Of(built), Is.EqualTo(source), "a copy, though it has no id");
        Directory.Delete(root, recursive: true);
    }
}
