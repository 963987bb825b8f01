using SensorSim.Hosting;
using SensorSim.Vulkan.Shaders;

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

    [TestCaseSource(nameof(Shaders))]
    public void Shader_Compiles(string path)
    {
        var library = new ShaderLibrary(ProgramFolders.Shaders, Path.Combine(GpuSession.CacheDirectory, "every-shader"));
        Assert.That(library.Get(path).Sha256, Has.Length.EqualTo(64));
    }
}
