using SensorSim.Geometry;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

namespace SensorSim.Rendering.Planning;

/// <summary>All of an object that its shadows depend on.</summary>
/// <param name="ObjectToWorld">Where it is.</param>
/// <param name="Mesh">What it shows; null where the cousin does not have it.</param>
/// <param name="Shape">How its mesh lies, where that deforms.</param>
/// <param name="Clear">A bit for each primitive that casts no shadow, those from the 64th on together.</param>
/// <param name="Materials">The cousin's, where some primitive has holes.</param>
internal readonly record struct CasterState(Matrix4x4d ObjectToWorld, int? Mesh, DeformedMesh? Shape, ulong Clear, IReadOnlyList<Material>? Materials)
{
    /// <summary>Of every object.</summary>
    public static CasterState[] Of(GpuScene scene, SceneInstance instance, MaterialTable materials) =>
        [.. Enumerable.Range(0, scene.Instances.Count).Select(index => Of(index, scene, instance, materials))];

    private static CasterState Of(int index, GpuScene scene, SceneInstance instance, MaterialTable materials)
    {
        int node = scene.Instances[index].Node;
        int? mesh = scene.MeshOf(index, instance);
        ulong clear = 0;
        bool hasHoles = false;
        foreach ((int i, GpuPrimitive primitive) in (mesh is { } shown ? scene.Geometry.Primitives[shown] : []).Index())
        {
            MaterialFeatures features = materials.Features(primitive.MaterialSlot);
            clear |= features.CastsNoShadow ? 1UL << Math.Min(i, 63) : 0;
            hasHoles |= features.IsCutout;
        }

        return new(instance.NodeToWorld[node], mesh, instance.DeformedMeshes.GetValueOrDefault(node), clear, hasHoles ? instance.Materials : null);
    }
}
