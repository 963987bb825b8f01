using System.Collections.Concurrent;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Scenes.Bodies;

/// <summary>Describes single bodies; their shapes are prepared once for all cousins of a scene. Any thread may ask.</summary>
/// <param name="scenery">Of the scene.</param>
internal sealed class BodyDescriber(Scenery scenery)
{
    private readonly FileSolids _files = new(scenery);
    private readonly ConcurrentDictionary<(int Mesh, Matrix4x4d Stretch), Lazy<IReadOnlyList<Collider>>> _surroundings = new();

    /// <param name="cousin">At the beginning of its episode.</param>
    /// <param name="plan">Its bodies.</param>
    /// <param name="thing">One of them.</param>
    /// <param name="colliders">The file's of it.</param>
    /// <param name="everything">Of what nothing else is said.</param>
    /// <exception cref="PhysicsException">It is no solid body.</exception>
    public BodyDescription Describe(SceneInstance cousin, BodyPlan plan, BodyCandidate thing, IReadOnlyList<SceneCollider> colliders, BodyProperties everything)
    {
        Matrix4x4d toWorld = cousin.NodeToWorld[thing.Node];
        var stretch = Stretch.Of(toWorld);
        BodyMotion motion = plan.MotionOf(thing.Node);
        BodyProperties own = plan.OwnPropertiesOf(thing.Node), surface = own.Or(SurfaceOf(colliders)).Or(everything);
        var body = new BodyDescription
        {
            Name = thing.Name,
            Motion = motion,
            Pose = new(toWorld.Translation, stretch.Turn),
            GravityFactor = plan.FileBodyOf(thing.Node)?.GravityFactor ?? 1,
            Surface = new() { Friction = surface.Friction!.Value, Restitution = surface.Restitution!.Value },
        };
        if (motion == BodyMotion.Static && colliders.Count == 0)
        {
            return body with { Colliders = _surroundings.GetOrAdd((cousin.MeshOf(thing.Node)!.Value, stretch.Remainder), of => new(() => SurroundingSolid.Of(scenery.CornersOf(of.Mesh, of.Stretch)))).Value };
        }

        IReadOnlyList<Solid> solids = SolidsOf(cousin, plan, thing.Node, body.Pose, colliders);
        Solid? filled = motion == BodyMotion.Dynamic && solids.Count > 0 ? SolidSum.Of(solids) : null;
        return body with
        {
            Colliders = colliders.Count == 0 && plan.IsSpokenFor(plan.PartsOf(thing.Node)) ? [] : [.. solids.SelectMany(solid => solid.Colliders)],
            Mass = motion != BodyMotion.Dynamic ? null : BodyMass.Of(own, everything, plan.FileBodyOf(thing.Node), filled, stretch.Remainder)
                ?? throw new PhysicsException($"'{thing.Name}' has neither a surface nor a collider with a volume, and no mass with moments of inertia; one of these is expected of a body that moves by forces."),
        };
    }

    /// <summary>What a body that is not of the surroundings is filled with.</summary>
    public IReadOnlyList<Solid> SolidsOf(SceneInstance cousin, BodyPlan plan, int node, Pose body, IReadOnlyList<SceneCollider> colliders)
    {
        if (colliders.Count > 0)
        {
            Matrix4x4d toBody = body.Inverse().ToMatrix();
            return [.. colliders.Select(collider => _files.Of(collider.Shape, toBody * cousin.NodeToWorld[collider.Node], plan.MotionOf(node) == BodyMotion.Static)).OfType<Solid>()];
        }

        return scenery.ShapeOf(cousin, node, plan.PartsOf(node)) is { } shape ? [SolidOf.Shape(shape, plan.RuleOf(node)?.Shape ?? BodyShape.Pieces)] : [];
    }

    // One surface for a body: that of its first collider that has one.
    private static BodyProperties SurfaceOf(IReadOnlyList<SceneCollider> colliders) =>
        colliders.Select(collider => collider.Surface).OfType<SurfaceDescription>().FirstOrDefault() is { } surface ? new() { Friction = surface.Friction, Restitution = surface.Restitution } : default;
}
