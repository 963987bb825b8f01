using System.IO.Compression;
using SensorSim.Plugins;

namespace SensorSim.UnitTests.Scaffolding;

/// <summary>The package that new plugins are written against.</summary>
public sealed class SdkPackageTests
{
    // A package of an older build would be taken for this one, and plugins would be compiled against contracts that are gone.
    [Test]
    public void It_Has_The_Contracts_Of_This_Build()
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(AppContext.BaseDirectory, "sdk", "SensorSim.Sdk.nupkg"));
        using Stream entry = package.GetEntry("lib/net10.0/SensorSim.Abstractions.dll")!.Open();
        using var packed = new MemoryStream();
        entry.CopyTo(packed);
        Assert.That(packed.ToArray(), Is.EqualTo(File.ReadAllBytes(typeof(PluginContract).Assembly.Location)));
    }
}
