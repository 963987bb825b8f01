using System.Collections.Frozen;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Views;

/// <summary>What cameras see of a scene, and what hides the rest, as far as some rays can tell.</summary>
/// <param name="scene">As it lies when the episode begins.</param>
public sealed class LineOfSight(RestingScene scene)
{
    /// <summary>The one node that a camera sees of a scene of several; null where it sees none, or others too.</summary>
    /// <param name="view">The camera.</param>
    public int? OnlyNodeIn(CameraView view) =>
        FirstMet(view).Distinct().Take(2).ToArray() is [var only] && scene.DrawnNodes.Skip(1).Any() && !scene.DrawnNodes.Any(node => node != only && MaySee(view, scene.BoxOf([node]), new HashSet<int> { node })) ? only : null;

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
