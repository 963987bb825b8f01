using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>Collects the objects that passes draw, and groups them into draws by mesh and winding.</summary>
internal sealed class DrawList(GpuScene scene, SceneInstance instance, MaterialTable materials)
{
    private readonly List<uint> _entries = [];
    private readonly List<int> _mirrored = [];

    /// <summary>Object of each entry; <see cref="Draw.FirstEntry"/> points here.</summary>
    public List<uint> Entries => _entries;

    /// <summary>Adds objects, sorted by mesh, and gives their draws.</summary>
    public Draw[] Add(IReadOnlyList<int> objects, Func<int, bool> isMirrored)
    {
        var draws = new List<Draw>();
        for (int i = 0; i < objects.Count;)
        {
            int mesh = MeshOf(objects[i]), first = _entries.Count;
            _mirrored.Clear();
            for (; i < objects.Count && MeshOf(objects[i]) == mesh; i++)
            {
                if (isMirrored(objects[i]))
                {
                    _mirrored.Add(objects[i]);
                }
                else
                {
                    _entries.Add((uint)objects[i]);
                }
            }

            int turn = _entries.Count;
            _entries.AddRange(_mirrored.Select(index => (uint)index));
            AddDraws(draws, mesh, first, turn - first, isMirrored: false);
            AddDraws(draws, mesh, turn, _entries.Count - turn, isMirrored: true);
        }

        return [.. draws];
    }

    private int MeshOf(int index) => scene.MeshOf(index, instance)!.Value;

    private void AddDraws(List<Draw> draws, int mesh, int first, int count, bool isMirrored)
    {
        if (count == 0)
        {
            return;
        }

        foreach (GpuPrimitive primitive in scene.Geometry.Primitives[mesh])
        {
            if (primitive.TriangleCount > 0)
            {
                draws.Add(new(primitive, materials.Features(primitive.MaterialSlot), first, count, isMirrored));
            }
        }
    }
}
