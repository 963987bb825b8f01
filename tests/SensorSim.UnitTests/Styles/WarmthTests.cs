using SensorSim.Hosting.Conformance;
using SensorSim.Plugins;
using SensorSim.Signals;
using SensorSim.Style;

namespace SensorSim.UnitTests.Styles;

/// <summary>The style that docs/plugins.md shows.</summary>
public sealed class WarmthTests
{
    [TestCase("WarmthParameters.cs")]
    [TestCase("WarmthBackend.cs")]
    [TestCase("WarmthTransfer.cs")]
    public void ThePageHasItToTheLetter(string file)
    {
        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "SensorSim.UnitTests", "Styles", file));
        string shown = source[(source.IndexOf(';', source.IndexOf("namespace ", StringComparison.Ordinal)) + 1)..].Trim();
        // Public on the page; here the assembly of the tests is itself loaded as a plugin with one public class.
        shown = shown.Replace("internal sealed class WarmthBackend", "public sealed class WarmthBackend", StringComparison.Ordinal);
        Assert.That(File.ReadAllText(Path.Combine(Repository.Root, "docs", "plugins.md")), Does.Contain(shown));
    }

    [Test]
    public void AStop_DoublesRedLight_AndHalvesBlue()
    {
        var grey = new StyleImage(2, 1);
        grey.Samples.Fill((float)SrgbCurve.Encode(0.2));
        using IStyleTransfer transfer = new WarmthBackend().PrepareWith(new WarmthParameters { Warmth = 1 }, StyleBench.RequestOf());

        float[] colour = transfer.Apply(StyleBench.ClipOf(grey), default).Frames[0].Samples[3..].ToArray();

        Assert.That(colour.Select(sample => SrgbCurve.Decode(sample)), Is.EqualTo(new[] { 0.4, 0.2, 0.1 }).Within(1e-6));
    }

    [Test]
    public void ItKeepsItsPromises()
    {
        var backend = new WarmthBackend();
        var manifest = new PluginManifest("my.warmth", "1.0.0", PluginKind.Style, "none", ">=2.5 <3.0", "Warmer light");
        IEnumerable<ConformanceResult> results = ConformanceKit.Run(new(manifest, "", "", backend, ParameterSchema.Of(backend.ParametersType)), null);
        Assert.That(results.Where(result => result.Outcome == ConformanceOutcome.Pass).Select(result => result.Id),
            Is.EqualTo(["parameters.documented", "finite", "parameters.effective", "style.shape", "deterministic.repeat", "deterministic.order"]));
    }
}
