using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins.Placement;

/// <summary>A scene of solids that the tests know.</summary>
internal sealed class SolidScene
{
    private readonly List<Solid> _meshes = [];
    private readonly List<Node> _nodes = [];

    public IReadOnlyList<Node> Nodes => _nodes;

    public SolidScene Add(string name, Solid solid, Matrix4x4d transform)
    {
        if (!_meshes.Contains(solid))
        {
            _meshes.Add(solid);
        }

        _nodes.Add(new(name, null, transform, _meshes.IndexOf(solid), null, null, null, InScene: true));
        return this;
    }

    /// <summary>Objects NAME_1 … NAME_count, each in turn one of some solids, far from everything.</summary>
    public SolidScene AddMany(string name, int count, params Solid[] solids)
    {
        for (int i = 0; i < count; i++)
        {
            Add($"{name}_{i + 1}", solids[i % solids.Length], Matrix4x4d.FromTranslation(new(50 + i, 0, 0)));
        }

        return this;
    }

    public Scene ToScene() => new("solids", _nodes, [.. _meshes.Select((solid, i) => solid.ToMesh($"mesh_{i}"))], [], [], [], [], []);

    public CousinSampler Sampler(string vary, ulong seed = 1) => new(ScenarioText.Valid(ScenarioText.With("cousins: { vary: { " + vary + " } }")), ToScene(), seed);

    public string[] Errors(string vary) =>
        [.. SceneBinding.Of(ScenarioText.Valid(ScenarioText.With("cousins: { vary: { " + vary + " } }")), ToScene()).Errors.Select(ScenarioText.Line)];

    /// <summary>The parts of a node in a cousin.</summary>
    public ConvexPart[] PartsOf(SceneInstance cousin, int node) => _meshes[_nodes[node].Mesh!.Value].At(cousin.NodeToWorld[node]);

    public int IndexOf(string name) => _nodes.FindIndex(node => node.Name == name);

    /// <summary>How deep any two objects overlap at most, metres.</summary>
    public (double Depth, string Pair) WorstOverlap(SceneInstance cousin, double enough)
    {
        ConvexPart[][] parts = [.. _nodes.Select((_, i) => PartsOf(cousin, i))];
        (Vector3d Low, Vector3d High)[] boxes = [.. parts.Select(of => of.SelectMany(part => part.Vertices)).Select(points => (points.Aggregate(Vector3d.Min), points.Aggregate(Vector3d.Max)))];
        (double worst, string pair) = (0, "");
        for (int i = 0; i < parts.Length; i++)
        {
            for (int k = i + 1; k < parts.Length; k++)
            {
                if (Vector3d.Max(boxes[i].Low, boxes[k].Low) is var low && Vector3d.Min(boxes[i].High, boxes[k].High) - low is { X: > 0, Y: > 0, Z: > 0 })
                {
                    double depth = parts[i].Max(a => parts[k].Max(b => ConvexPart.Depth(a, b, enough)));
                    (worst, pair) = depth > worst ? (depth, $"{_nodes[i].Name} and {_nodes[k].Name}") : (worst, pair);
                }
            }
        }

        return (worst, pair);
    }
}
