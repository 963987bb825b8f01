using SensorSim.Hosting.Runs.Sources;
using SensorSim.UnitTests.Gltf;
using SensorSim.UnitTests.Vulkan;

namespace SensorSim.UnitTests.Runs;

public sealed class SceneSourceTests
{
    // A scenario has several files, and nobody knows of which one "$.meshes[0]" is.
    [Test]
    public void WarningsBeginWithTheFile()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "lines.glb"), TestGltf.Triangle().Set("meshes", """[{"primitives":[{"attributes":{"POSITION":0},"mode":1}]}]""").Glb());
        Assert.That(new SceneSource(folder.Path).Load("lines.glb").Scene.Warnings, Has.One.EqualTo("lines.glb: $.meshes[0].primitives[0]: points and lines are not drawn."));
    }
}
