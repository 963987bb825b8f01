using System.Runtime.CompilerServices;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Affordances;

/// <summary>The triangles of cousins, put in order once for all rules that look at one. Any thread may ask.</summary>
/// <param name="scene">Of all cousins.</param>
internal sealed class CousinTriangles(Scene scene)
{
    private readonly ConditionalWeakTable<SceneInstance, TriangleScene> _scenes = [];

    public MeshTrees Trees { get; } = new(scene);

    public TriangleScene Of(SceneInstance cousin) => _scenes.GetValue(cousin, one => TriangleScene.Of(Trees, one));
}
