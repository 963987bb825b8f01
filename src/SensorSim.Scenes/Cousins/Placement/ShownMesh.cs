using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Cousins.Placement;

internal static class ShownMesh
{
    public static int? MeshOf(this SceneInstance cousin, int node) => cousin.Twin.Nodes[node].Mesh;
}
