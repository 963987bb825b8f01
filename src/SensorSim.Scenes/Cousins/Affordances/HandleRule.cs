using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Objects;

namespace SensorSim.Scenes.Cousins.Affordances;

/// <summary>An object's handle is in reach, and a hand gets there.</summary>
/// <param name="setting">Where the handle is, from where, how far.</param>
/// <param name="thing">The object.</param>
/// <param name="triangles">Of cousins.</param>
/// <param name="camera">From which it must be in reach, before the draws of a cousin move it; null where the setting names none.</param>
internal sealed class HandleRule(AffordanceSetting.Handle setting, Instance thing, CousinTriangles triangles, CameraSettings? camera) : AffordanceRule(setting, thing)
{
    /// <summary>A hand begins so far from the handle, metres: what touches the handle there is in its way, its own object is not.</summary>
    private const double Skin = 1e-4;

    protected override bool IsKept(SceneInstance cousin, int mesh)
    {
        Matrix4x4d toWorld = cousin.NodeToWorld[Thing.Node];
        Vector3d at = toWorld.TransformPoint(setting.At ?? triangles.Trees[mesh].Bounds.Centre);
        return IsInReach(cousin, at) && IsFree(cousin, at, toWorld.TransformDirection(setting.Approach).Normalized());
    }

    private bool IsInReach(SceneInstance cousin, Vector3d at)
    {
        if ((camera is null ? setting.ReachFrom : CameraPlacement.PoseOf(CameraVariation.Of(camera, cousin.Draws), cousin).Translation) is not { } from)
        {
            return true;
        }

        double distance = (at - from).Length;
        return distance >= setting.LeastMetres && distance <= setting.MostMetres;
    }

    private bool IsFree(SceneInstance cousin, Vector3d at, Vector3d approach)
    {
        TriangleScene scene = triangles.Of(cousin);
        Vector3d hand = at + (setting.ClearMetres * approach);
        return scene.Nearest(at + (Skin * approach), approach, Math.Max(setting.ClearMetres - Skin, 0), Thing.Node) is null && (scene.InsideOf(hand) ?? Thing.Node) == Thing.Node;
    }
}
