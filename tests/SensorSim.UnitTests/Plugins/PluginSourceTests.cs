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
}
