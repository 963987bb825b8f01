using System.Reflection.PortableExecutable;

namespace SensorSim.IntegrationTests.Building;

/// <summary>What a Release build lays beside the program is compiled ahead of time, and what has a digest in datasets is not.</summary>
[TestFixture]
public sealed class PrecompiledTests
{
    [TestCase("sensorsim.dll", true)]
    [TestCase("SensorSim.Scenes.dll", true)]
    [TestCase("SensorSim.Rendering.dll", true)]
    [TestCase("SensorSim.Abstractions.dll", false)]
    [TestCase("plugins/style.onnx/SensorSim.Tensors.dll", false)]
    [TestCase("plugins/camera.noise/SensorSim.Plugins.CameraNoise.dll", false)]
    public void AnAssembly_IsCompiled_WhereItMayBe(string file, bool isCompiled)
    {
        if (isCompiled && AppContext.BaseDirectory.Contains("/Debug/", StringComparison.Ordinal)) Assert.Ignore("a Debug build compiles nothing ahead");
        using var image = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, file)));
        Assert.That(image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, Is.EqualTo(isCompiled));
    }
}
