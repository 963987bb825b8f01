using System.Collections.Concurrent;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Bodies;

/// <summary>Makes bodies of a scene's cousins; shapes are prepared once for all of them. Any thread may ask.</summary>
/// <param name="scene">Of all cousins.</param>
/// <param name="physics">As the scenario has it.</param>
public sealed class CousinWorlds(Scene scene, PhysicsSettings physics)
{
    private readonly Scenery _scenery = new(scene);
    private readonly ConcurrentDictionary<(int Mesh, Matrix4x4d Stretch), Lazy<IReadOnlyList<Collider>>> _surroundings = new();
    private readonly SceneNames _names = SceneNames.Of(scene);

    /// <summary>A cousin at the beginning of its episode as bodies.</summary>
    /// <param name="cousin">With everything that is drawn.</param>
    /// <param name="reachMetres">Surroundings farther from every body that moves by forces are left out.</param>
    /// <exception cref="PhysicsException">An object is no solid body.</exception>
    public CousinWorld Of(SceneInstance cousin, double reachMetres)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        Box near = Box.Empty;
        PhysicsSettings drawn = PhysicsVariation.Of(physics, cousin.Draws);
        var bodies = new List<BodyDescription>();
        List<BodyNode> moved = [], kinematic = [];
        var parts = new HashSet<int>();
        IReadOnlySet<int> carried = cousin.Motion?.MovingNodes ?? new HashSet<int>();
        foreach (Instance thing in InOrder(drawn).Where(thing => cousin.MeshOf(thing.Node) is not null))
        {
            if (parts.Contains(thing.Node))
            {
                continue;
            }

            BodyRule? rule = RuleOf(drawn, thing);
            BodyMotion motion = rule?.Motion is BodyMotion.Dynamic ? BodyMotion.Dynamic : IsCarried(thing.Node, carried) ? BodyMotion.Kinematic : BodyMotion.Static;
            BodyNode? node = motion == BodyMotion.Static ? null : NodeOf(cousin, thing, bodies.Count, rule);
            parts.UnionWith(node?.Carries ?? []);
            Box box = _scenery.BoundsOf(cousin, thing.Node);
            near = motion == BodyMotion.Dynamic ? near.Union(box.Grown(reachMetres)) : near;
            if (node is null && !near.Overlaps(box))
            {
                continue;
            }

            bodies.Add(node is null ? Still(cousin, thing, PropertiesOf(drawn, thing, rule)) : Moving(cousin, thing, rule, motion, PropertiesOf(drawn, thing, rule)));
            (motion == BodyMotion.Dynamic ? moved : kinematic).AddRange(node is null ? [] : [node]);
        }

        return new(near, reachMetres, new() { Gravity = new(0, -drawn.Gravity, 0), StepSeconds = 1 / drawn.RateHz, Bodies = bodies }, moved, kinematic);
    }

    // What moves first, so that what it carries is known.
    private IEnumerable<Instance> InOrder(PhysicsSettings drawn) => _names.Objects
        .OrderBy(thing => RuleOf(drawn, thing)?.Motion == BodyMotion.Dynamic ? 0 : 1);

    private static BodyRule? RuleOf(PhysicsSettings drawn, Instance thing) => drawn.Bodies.FirstOrDefault(rule => GlobPattern.Matches(rule.Match, thing.Name));

    private static BodyProperties PropertiesOf(PhysicsSettings drawn, Instance thing, BodyRule? rule) =>
        drawn.Drawn.GetValueOrDefault(thing.Name).Or(rule?.Properties ?? default).Or(drawn.Everything);

    private bool IsCarried(int node, IReadOnlySet<int> carried)
    {
        for (int? at = node; at is { } one; at = scene.Nodes[one].Parent)
        {
            if (carried.Contains(one))
            {
                return true;
            }
        }

        return false;
    }

    private BodyNode NodeOf(SceneInstance cousin, Instance thing, int body, BodyRule? rule) =>
        new(body, thing.Name, thing.Node, [.. _scenery.WithDescendants(thing.Node).Skip(1)], Stretch.Of(cousin.NodeToWorld[thing.Node]).Remainder)
        {
            Velocity = rule?.Velocity ?? Vector3d.Zero,
            AngularVelocity = (Math.PI / 180) * (rule?.AngularVelocityDegrees ?? Vector3d.Zero),
        };

    private BodyDescription Moving(SceneInstance cousin, Instance thing, BodyRule? rule, BodyMotion motion, BodyProperties properties)
    {
        PlacedShape shape = _scenery.ShapeOf(cousin, thing.Node) ?? throw new PhysicsException($"'{thing.Name}' has no surface and is no body; an object with triangles is expected.");
        Solid solid = SolidOf.Shape(shape, rule?.Shape ?? BodyShape.Pieces);
        return new()
        {
            Name = thing.Name,
            Motion = motion,
            Pose = new(cousin.NodeToWorld[thing.Node].Translation, shape.Upright),
            Colliders = solid.Colliders,
            Mass = motion == BodyMotion.Dynamic ? solid.Weighing(properties.MassKg ?? (properties.Density!.Value * solid.Volume)) : null,
            Surface = SurfaceOf(properties),
        };
    }

    private BodyDescription Still(SceneInstance cousin, Instance thing, BodyProperties properties)
    {
        var stretch = Stretch.Of(cousin.NodeToWorld[thing.Node]);
        return new()
        {
            Name = thing.Name,
            Motion = BodyMotion.Static,
            Pose = new(cousin.NodeToWorld[thing.Node].Translation, stretch.Turn),
            Colliders = _surroundings.GetOrAdd((cousin.MeshOf(thing.Node)!.Value, stretch.Remainder), of => new(() => SurroundingSolid.Of(_scenery.CornersOf(of.Mesh, of.Stretch)))).Value,
            Surface = SurfaceOf(properties),
        };
    }

    private static SurfaceDescription SurfaceOf(BodyProperties properties) => new() { Friction = properties.Friction!.Value, Restitution = properties.Restitution!.Value };
}
