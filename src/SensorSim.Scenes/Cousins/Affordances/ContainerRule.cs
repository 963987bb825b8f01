using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios.Objects;

namespace SensorSim.Scenes.Cousins.Affordances;

/// <summary>An object stands as it did, and its mouth is open above: what is over it belongs into it.</summary>
/// <param name="setting">How upright, and how open.</param>
/// <param name="thing">The object.</param>
/// <param name="triangles">Of cousins.</param>
/// <param name="atRest">The object's transform to the world as the scene has it.</param>
internal sealed class ContainerRule(AffordanceSetting.Container setting, Instance thing, CousinTriangles triangles, Matrix4x4d atRest) : AffordanceRule(setting, thing)
{
    protected override bool IsKept(SceneInstance cousin, int mesh)
    {
        Matrix4x4d toWorld = cousin.NodeToWorld[Thing.Node];
        if (TiltDegrees(toWorld) > setting.MaximumTiltDegrees)
        {
            return false;
        }

        var interior = ContainerInterior.Of(Thing.Name, triangles.Trees[mesh], toWorld);
        return interior.IsOpen && OpenShareOf(cousin, interior) >= setting.OpenShare;
    }

    // Of the direction that is up at rest.
    private double TiltDegrees(Matrix4x4d toWorld)
    {
        Vector3d up = toWorld.TransformDirection(atRest.InverseAffine().TransformDirection(Vector3d.UnitY)).Normalized();
        return Math.Acos(Math.Clamp(up.Y, -1, 1)) * (180 / Math.PI);
    }

    private double OpenShareOf(SceneInstance cousin, ContainerInterior interior)
    {
        TriangleScene scene = triangles.Of(cousin);
        Vector3d[] mouth = [.. interior.Mouth()];
        return mouth.Count(point => IsOpen(cousin, scene, interior, point)) / (double)mouth.Length;
    }

    private bool IsOpen(SceneInstance cousin, TriangleScene scene, ContainerInterior interior, Vector3d point)
    {
        Vector3d above = point + (setting.ClearMetres * Vector3d.UnitY);
        return scene.Nearest(above, -Vector3d.UnitY, setting.ClearMetres, Thing.Node) is not { } hit || IsWithin(cousin, interior, hit.Node);
    }

    // What looks out over the rim but has its middle in the container is what the container holds.
    private bool IsWithin(SceneInstance cousin, ContainerInterior interior, int node)
    {
        Vector3d middle = triangles.Trees[cousin.MeshOf(node)!.Value].Bounds.Transformed(cousin.NodeToWorld[node]).Centre;
        return interior.IsOver(middle) && middle.Y < interior.Rim;
    }
}
