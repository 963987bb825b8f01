using System.Numerics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.UnitTests.Gltf;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Bodies;

/// <summary>glTF files with bodies of their own, and the worlds that they make.</summary>
internal static class FileBodies
{
    private static readonly Vector3[] s_cube = [.. Enumerable.Range(0, 8).Select(i => 0.5f * new Vector3((i & 1) == 0 ? -1 : 1, (i & 2) == 0 ? -1 : 1, (i & 4) == 0 ? -1 : 1))];

    /// <summary>Mesh 0 is a cube of one metre.</summary>
    /// <param name="nodes">Separated by commas; "@{…}" is the rigid body extension.</param>
    /// <param name="shapes">Of KHR_implicit_shapes.</param>
    /// <param name="materials">And joints: of KHR_physics_rigid_bodies.</param>
    /// <param name="joints">As <paramref name="materials"/>.</param>
    public static Scene Read(string nodes, string shapes = "", string materials = "", string joints = "")
    {
        var gltf = new TestGltf();
        gltf.Mesh(TestGltf.Attributes(("POSITION", g => g.Accessor("VEC3", s_cube))), gltf.Accessor("SCALAR", new ushort[] { 0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5 }, TestGltf.UInt16));
        string list = nodes.Replace("@", "\"extensions\":{\"KHR_physics_rigid_bodies\":", StringComparison.Ordinal).Replace("§", "}", StringComparison.Ordinal);
        return gltf.Set("nodes", $"[{list}]")
            .Set("extensions", $$$"""{"KHR_implicit_shapes":{"shapes":[{{{shapes}}}]},"KHR_physics_rigid_bodies":{"physicsMaterials":[{{{materials}}}],"physicsJoints":[{{{joints}}}]}}""").Read();
    }

    public static CousinWorld World(Scene scene, string physics = "")
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With($"physics: {{ backend: mujoco, gravity_m_s2: 9.80665, density_kg_m3: 800, friction: 0.5{physics} }}"));
        Assert.That(SceneBinding.Of(scenario, scene).Errors.Select(ScenarioText.Line).Where(error => error.Contains("physics", StringComparison.Ordinal)), Is.Empty);
        return new CousinWorlds(scene, scenario.Physics!).Of(new CousinSampler(scenario, scene, 7).Sample(0), 100);
    }
}
