using SensorSim.Geometry;

namespace SensorSim.Scenes.Rays;

/// <summary>What objects of a scene stand on.</summary>
/// <param name="scene">As it lies when the episode begins.</param>
public sealed class Footing(RestingScene scene)
{
    /// <summary>What is nearer touches, metres: as far as a hand puts things by numbers.</summary>
    public const double TouchMetres = 0.01;

    // Of the half sides: rays at the very edges pass what has rounded corners.
    private const double Inwards = 0.8;

    private const int Feet = 5;

    // Of the half sides: a ray through the very middle of something round goes between the triangles that meet there.
    private const double Aside = 0.02;

    private const double FlatMetres = 4 * TouchMetres;

    /// <summary>How an object stands, with all that hangs on its node; null where nothing of it is drawn.</summary>
    /// <param name="root">Its node.</param>
    /// <param name="ignored">Nodes that count as not there.</param>
    public Stand? Of(int root, params IEnumerable<int> ignored)
    {
        HashSet<int> own = scene.WithAllBelow(root);
        Box box = scene.BoxOf(own);
        if (box.IsEmpty)
        {
            return null;
        }

        own.UnionWith(ignored);
        Stand[] below = Below(box, own);
        return Sunk(below) is { } sunk ? sunk
            : scene.Around(box.Centre, own).Select(node => (int?)node).FirstOrDefault() is { } around ? new(around, double.NegativeInfinity)
            : Touched(box, own).Any() ? new(null, 0)
            : below.Length > 0 ? below.MinBy(stand => stand.ClearanceMetres) : Stand.OnNothing;
    }

    /// <summary>Nodes that an object touches, in ascending order; none where nothing of it is drawn.</summary>
    /// <param name="root">Its node.</param>
    public IEnumerable<int> Touched(int root)
    {
        HashSet<int> own = scene.WithAllBelow(root);
        return scene.BoxOf(own) is { IsEmpty: false } box ? Touched(box, own) : [];
    }

    /// <summary>What is straight above an object's middle; null where that is nothing.</summary>
    /// <param name="root">Its node.</param>
    public int? Above(int root)
    {
        HashSet<int> own = scene.WithAllBelow(root);
        return Nearest(scene.BoxOf(own).Centre, Vector3d.UnitY, own, (_, _) => true)?.Node;
    }

    private IEnumerable<int> Touched(Box box, HashSet<int> own)
    {
        Box reach = box.Grown(TouchMetres);
        return scene.Others(reach, own).Where(node =>
        {
            var triangles = new List<int>();
            scene.TreeOf(node).Find(reach.Transformed(scene.ToNode(node)), triangles);
            return triangles.Count > 0;
        });
    }

    // It stands as deep as the surface that all its feet are below; upon what only some of them are below, it leans.
    private static Stand? Sunk(Stand[] below) =>
        below.Length == Feet && below.MaxBy(stand => stand.ClearanceMetres) is { ClearanceMetres: < -TouchMetres } deep ? deep : null;

    // From half its height, so that a surface that it is sunk in is met, too; from the top of what is too flat to hold something.
    private Stand[] Below(Box box, HashSet<int> own)
    {
        (double x, double z, double height) = (Inwards * box.Size.X / 2, Inwards * box.Size.Z / 2, box.Size.Y < FlatMetres ? box.Size.Y : box.Size.Y / 2);
        Vector3d middle = box.Centre with { Y = box.Min.Y + height };
        Vector3d[] feet = [middle + new Vector3d(Aside * x, 0, -Aside / 2 * z), .. new[] { (-x, -z), (-x, z), (x, -z), (x, z) }.Select(foot => middle + new Vector3d(foot.Item1, 0, foot.Item2))];
        return [.. feet.Select(foot => Nearest(foot, -Vector3d.UnitY, own, IsFloor)).OfType<(double Distance, int Node)>().Select(hit => new Stand(hit.Node, hit.Distance - height))];
    }

    // An underside is met from inside: nothing stands on it.
    private bool IsFloor(int node, int triangle) => scene.ToWorld(node).TransformDirection(scene.TreeOf(node).NormalOf(triangle)).Y > 0;

    private (double Distance, int Node)? Nearest(Vector3d start, Vector3d direction, HashSet<int> own, Func<int, int, bool> accepts)
    {
        (double Distance, int Node)? nearest = null;
        foreach (int node in scene.Others(Box.Around(start, start with { Y = direction.Y < 0 ? scene.Bounds.Min.Y : scene.Bounds.Max.Y }), own))
        {
            if (scene.TreeOf(node).Nearest(new Ray(start, direction).Transformed(scene.ToNode(node)), nearest?.Distance ?? double.MaxValue) is { } hit && accepts(node, hit.Triangle))
            {
                nearest = (hit.Distance, node);
            }
        }

        return nearest;
    }
}
