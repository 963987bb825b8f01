using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Plugins;

public sealed class StrangersPluginTests
{
    private static readonly Lazy<PluginCatalog> Catalog = new(() =>
        PluginCatalog.Load([Path.Combine(AppContext.BaseDirectory, "plugins"), StrangersFolder.Path]));

    [Test]
    public void ItIsInTheCatalogueWithVersionParametersAndDigest()
    {
        InstalledPlugin plugin = Catalog.Value.Require("stranger.vignette");
        Assert.Multiple(() =>
        {
            Assert.That(Catalog.Value.Problems, Is.Empty);
            Assert.That(plugin.Manifest.Version, Is.EqualTo("0.3.1"));
            Assert.That(plugin.Schema.Parameters.Select(p => $"{p.Name} {p.Unit}"), Is.EqualTo(["focal_px px"]));
            Assert.That(plugin.Digest, Does.Match("^[0-9a-f]{64}$").And.EqualTo(PluginDigest.Of(plugin.Directory)));
        });
    }

    [Test]
    public void ItLivesInAContextOfItsOwnAndSharesOnlyTheContracts()
    {
        InstalledPlugin plugin = Catalog.Value.Require("stranger.vignette");
        var context = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(plugin.Instance.GetType().Assembly)!;
        Assert.Multiple(() =>
        {
            Assert.That(context.Name, Is.EqualTo("stranger.vignette"));
            Assert.That(context.IsCollectible, Is.True);
            Assert.That(context.Assemblies.Select(assembly => assembly.GetName().Name), Is.EqualTo(["Stranger.Vignette"]));
        });
    }

    [Test]
    public void ItRunsInFrontOfTheBuiltInCameraAndIsRecorded()
    {
        StageRequest counter = SensorBench.ElectronCounter(("shot_noise", false));
        SensorChain chain = SensorChain.Build(
            Catalog.Value.Plugins, [SensorBench.Stage("stranger.vignette", ("focal_px", 40)), counter], SensorOutput.Raw);
        SignalImage image = ReferenceRunner.Run(chain, SensorBench.Frame(65, 65), [SensorBench.Field(65, 65, (_, _) => 1000)]);
        Assert.Multiple(() =>
        {
            Assert.That(image[64, 32].G / image[32, 32].G, Is.EqualTo(Math.Pow(Math.Cos(Math.Atan(32 / 40.0)), 4)).Within(1e-3));
            Assert.That(chain.Records[0].Use, Is.EqualTo("stranger.vignette"));
            Assert.That(chain.Records[0].Parameters["focal_px"]!.GetValue<double>(), Is.EqualTo(40));
        });
    }
}
