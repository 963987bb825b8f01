using SensorSim.GpuTests.Sensors;
using SensorSim.Hosting;

namespace SensorSim.GpuTests.Vulkan;

/// <summary>Each shader of the project compiles by itself. Sensor stages are compiled fused, by the tests of chains.</summary>
[TestFixture]
public sealed class EveryShaderTests
{
    private static readonly string[] s_extensions = [".vert", ".frag", ".comp"];

    private static IEnumerable<string> Shaders => Directory
        .EnumerateFiles(ProgramFolders.Shaders, "*", SearchOption.AllDirectories)
        .Where(file => s_extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal))
        .Select(file => Path.GetRelativePath(ProgramFolders.Shaders, file))
        .Order(StringComparer.Ordinal);

    [OneTimeSetUp]
    public void CompileTogether() => GpuSensor.Shaders.CompileFolder(".");

    [TestCaseSource(nameof(Shaders))]
    public void Shader_Compiles(string path) =>
        Assert.That(GpuSensor.Shaders.Get(path).Sha256, Has.Length.EqualTo(64));
}
