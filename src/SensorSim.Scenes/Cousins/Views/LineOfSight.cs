using System.Collections.Frozen;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Views;

/// <summary>What cameras see of a scene, and what hides the rest, as far as some rays can tell.</summary>
/// <param name="scene">As it lies when the episode begins.</param>
public sealed class LineOfSight(RestingScene scene)
{
    /// <summary>The nodes in a camera's image, those first that fill most of it. What shows itself between the rays that are looked along is not among them.</summary>
    /// <param name="view">The camera.</param>
    public IEnumerable<int> NodesIn(CameraView view)
    {
        int[] met = [.. FirstMet(view).CountBy(node => node).OrderByDescending(count => count.Value).ThenBy(count => count.Key).Select(count => count.Key)];
        return met.Concat(scene.DrawnNodes.Except(met).Where(node => FieldOfView.PlacesIn(view, scene.BoxOf([node])).Any(place => HiderOf(view, place, new HashSet<int> { node }) is null)));
    }

    /// <summary>Whether a camera may see something of some nodes. Of what the image's edge cuts off nothing is known: what is free may lie between the places that are looked at.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="box">Around them, world space, not empty.</param>
    /// <param name="own">The nodes.</param>
    public bool MaySee(CameraView view, Box box, IReadOnlySet<int> own)
    {
        Vector3d[] places = [.. FieldOfView.PlacesIn(view, box)];
        return places.Length > FieldOfView.PlaceCount / 2 ? places.Any(place => HiderOf(view, place, own) is null) : FieldOfView.MayShow(view, [box]);
    }

    /// <summary>What is before places of some nodes in a camera's image, once for each place.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="box">Around them, world space, not empty.</param>
    /// <param name="own">The nodes.</param>
    public IEnumerable<int> HidersOf(CameraView view, Box box, IReadOnlySet<int> own) => FieldOfView.PlacesIn(view, box).Select(place => HiderOf(view, place, own)).OfType<int>();

    // Of a coarse grid of rays.
    private IEnumerable<int> FirstMet(CameraView view)
    {
        double reach = scene.Bounds.Union(Box.Around(view.CameraToWorld.Translation)).Size.Length;
        return FieldOfView.RaysOf(view).Select(ray => scene.Between(ray.Origin, ray.At(reach / ray.Direction.Length), FrozenSet<int>.Empty)).OfType<int>();
    }

    private int? HiderOf(CameraView view, Vector3d place, IReadOnlySet<int> own) => scene.Between(view.CameraToWorld.Translation, place, own);
}
