using SensorSim.Geometry;
using SensorSim.Scenes.Collision;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Where one cousin's objects are being placed: what stands there already, and what has been put down. For one thread.</summary>
/// <param name="scenery">The scene's shapes.</param>
/// <param name="cousin">Before its objects are placed.</param>
/// <param name="dice">Of this cousin's placement.</param>
internal sealed class PlacementSite(Scenery scenery, SceneInstance cousin, PlacementDice dice)
{
    private readonly Dictionary<int, ObjectPose> _poses = [];
    private readonly Dictionary<int, Matrix4x4d> _toWorld = [];
    private readonly List<int> _standing = [];

    public PlacementDice Dice => dice;

    public Surroundings Surroundings { get; } = new();

    /// <summary>Node → pose, of what has been placed.</summary>
    public IReadOnlyDictionary<int, ObjectPose> Poses => _poses;

    /// <summary>Takes what nodes show for standing where it is in the cousin, as far as it reaches into a region.</summary>
    public void Furnish(IEnumerable<int> nodes, Box region)
    {
        foreach (int node in nodes)
        {
            if (scenery.BoundsOf(cousin, node) is { IsEmpty: false } bounds && bounds.Overlaps(region) && scenery.FixturesOf(cousin, node) is { } fixtures)
            {
                Surroundings.Add(fixtures);
                _standing.Add(node);
            }
        }
    }

    /// <summary>An object's surface where it is in this cousin; null where it is not shown.</summary>
    public SupportSurface? SurfaceOf(Instance support) => scenery.SurfaceOf(cousin, support, ToWorld(support.Node));

    /// <summary>The inside of an object; null where it is not shown.</summary>
    public ContainerInterior? InteriorOf(Instance container) => scenery.InteriorOf(cousin, container, ToWorld(container.Node));

    /// <summary>Whether a point is inside something that stands.</summary>
    public bool IsInside(Vector3d point) => _standing.Exists(node => scenery.Trees[cousin.MeshOf(node)!.Value].IsInside(cousin.NodeToWorld[node].InverseAffine().TransformPoint(point)));

    /// <summary>Puts an object down for good, at the pose that the record will say.</summary>
    /// <param name="thing">The object.</param>
    /// <param name="centre">Of its centre of mass.</param>
    /// <param name="isSupport">Whether others will stand on it or in it, so that its hollows matter.</param>
    public void Put(Placee thing, RigidPose centre, bool isSupport)
    {
        RigidPose origin = thing.Body.Shape.ToObject(centre);
        ObjectPose pose = new ObjectPose(origin.Position, origin.Rotation).Rounded();
        _poses.Add(thing.Node, pose);
        _toWorld.Add(thing.Node, pose.ToMatrix() * thing.Body.Stretch);
        if (isSupport)
        {
            Surroundings.Add(FixtureSet.Of(scenery.Trees[cousin.MeshOf(thing.Node)!.Value], _toWorld[thing.Node]));
        }
        else
        {
            Surroundings.Add(new RigidBody(thing.Body.Shape, CentreOf(thing)));
        }
    }

    /// <summary>Where the centre of mass of something is that was put down.</summary>
    public RigidPose CentreOf(Placee thing) => thing.Body.Shape.ToCentre(new(_poses[thing.Node].Position, _poses[thing.Node].Rotation));

    private Matrix4x4d ToWorld(int node) => _toWorld.TryGetValue(node, out Matrix4x4d placed) ? placed : cousin.NodeToWorld[node];
}
