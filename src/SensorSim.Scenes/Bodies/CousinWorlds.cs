using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Scenes.Bodies;

/// <summary>Makes bodies of a scene's cousins; shapes are prepared once for all of them. Any thread may ask.</summary>
public sealed class CousinWorlds
{
    private static readonly Box s_everything = Box.Empty with { Min = Box.Empty.Max, Max = Box.Empty.Min };

    private readonly PhysicsSettings _physics;
    private readonly Scenery _scenery;
    private readonly BodyDescriber _describer;
    private readonly IReadOnlyList<BodyCandidate> _candidates;

    /// <param name="scene">Of all cousins.</param>
    /// <param name="physics">As the scenario has it.</param>
    public CousinWorlds(Scene scene, PhysicsSettings physics)
    {
        (_physics, _scenery) = (physics, new(scene));
        _describer = new(_scenery);
        _candidates = BodyCandidate.In(scene, SceneNames.Of(scene));
    }

    /// <summary>A cousin at the beginning of its episode as bodies.</summary>
    /// <param name="cousin">With everything that is drawn.</param>
    /// <param name="reachMetres">Surroundings farther from every body that moves by itself are left out.</param>
    /// <exception cref="PhysicsException">An object is no solid body, or a joint of the file is torn.</exception>
    public CousinWorld Of(SceneInstance cousin, double reachMetres) => Of(cousin, reachMetres, PlanOf(cousin));

    /// <summary>A cousin with all its bodies, however far they are, and where their values come from.</summary>
    /// <exception cref="PhysicsException">As for <see cref="Of(SceneInstance, double)"/>.</exception>
    public InspectedWorld Inspect(SceneInstance cousin)
    {
        BodyPlan plan = PlanOf(cousin);
        CousinWorld world = Of(cousin, double.PositiveInfinity, plan);
        var inspection = new BodyInspection(cousin, plan, _scenery, _describer);
        var things = plan.Bodies.ToDictionary(thing => thing.Name, StringComparer.Ordinal);
        return new(
            world,
            [.. world.Description.Bodies.Select(body => inspection.Of(things[body.Name], body))],
            [.. plan.Bodies.Where(thing => plan.PartsOf(thing.Node) is var parts && plan.IsSpokenFor(parts) && plan.CollidersOf(parts).Count == 0).Select(thing => thing.Name)]);
    }

    /// <summary>What forces move in a cousin; its shapes are not looked at.</summary>
    /// <param name="cousin">At the beginning of its episode.</param>
    public IReadOnlyList<DynamicBody> DynamicOf(SceneInstance cousin)
    {
        BodyPlan plan = PlanOf(cousin);
        HashSet<int> jointed = [.. cousin.Twin.Physics.Joints.SelectMany(joint => new[] { joint.Child, joint.Parent ?? joint.Child })];
        double gravity = PhysicsVariation.Of(_physics, cousin.Draws).Gravity;
        return [.. from thing in plan.Bodies
                   where plan.MotionOf(thing.Node) == BodyMotion.Dynamic
                   let isFree = plan.RuleOf(thing.Node)?.Hold is null && !jointed.Contains(thing.Node)
                   select new DynamicBody(thing.Name, thing.Node, plan.OwnPropertiesOf(thing.Node), isFree && gravity * (plan.FileBodyOf(thing.Node)?.GravityFactor ?? 1) > 0)];
    }

    private BodyPlan PlanOf(SceneInstance cousin)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        return new(cousin, PhysicsVariation.Of(_physics, cousin.Draws), _candidates, _scenery);
    }

    private CousinWorld Of(SceneInstance cousin, double reachMetres, BodyPlan plan)
    {
        Box near = double.IsPositiveInfinity(reachMetres) ? s_everything : Box.Empty;
        PhysicsSettings drawn = PhysicsVariation.Of(_physics, cousin.Draws);
        var bodies = new List<BodyDescription>();
        var moving = new Dictionary<int, BodyDescription>();
        List<BodyNode> moved = [], kinematic = [];
        HashSet<string> holders = [.. drawn.Bodies.Select(rule => rule.Hold?.By).OfType<string>()];
        foreach (BodyCandidate thing in plan.Bodies)
        {
            if (plan.RuleOf(thing.Node)?.Shape == BodyShape.None)
            {
                continue;
            }

            IReadOnlyList<SceneCollider> colliders = plan.CollidersOf(plan.PartsOf(thing.Node));
            bool isStill = plan.MotionOf(thing.Node) == BodyMotion.Static;
            Box box = _scenery.BoundsOf(cousin, thing.Node);
            if (isStill && colliders.Count == 0 && !holders.Contains(thing.Name) && (plan.IsSpokenFor([thing.Node]) || !near.Overlaps(box)))
            {
                continue;
            }

            BodyDescription body = _describer.Describe(cousin, plan, thing, colliders, drawn.Everything);
            box = colliders.Count > 0 ? box.Union(ColliderBounds.Of(body)) : box;
            near = plan.MovesByItself(thing.Node) ? near.Union(box.Grown(reachMetres)) : near;
            if (isStill)
            {
                bodies.AddRange(near.Overlaps(box) || holders.Contains(thing.Name) ? [body] : []);
                continue;
            }

            (plan.MovesByItself(thing.Node) ? moved : kinematic).Add(NodeOf(cousin, plan, thing, bodies.Count) with { ThicknessMetres = Math.Min(box.Size.X, Math.Min(box.Size.Y, box.Size.Z)) });
            moving.Add(thing.Node, body);
            bodies.Add(body);
        }

        var world = new WorldDescription { Gravity = new(0, -drawn.Gravity, 0), StepSeconds = 1 / drawn.RateHz, Bodies = bodies, Joints = [.. new FileJoints(cousin, plan, moving).Describe(), .. moved.Select(HoldOf).OfType<JointDescription>()] };
        return new(near, reachMetres, world, moved, kinematic);
    }

    private static JointDescription? HoldOf(BodyNode body) => body.Hold is { } hold
        ? new() { Name = BodyHold.JointOf(body.Name), Type = JointType.Fixed, Parent = hold.By, Child = body.Name, Releasable = true, Enabled = hold.FromSeconds <= 0 }
        : null;

    private static BodyNode NodeOf(SceneInstance cousin, BodyPlan plan, BodyCandidate thing, int body)
    {
        var stretch = Stretch.Of(cousin.NodeToWorld[thing.Node]);
        (BodyRule? rule, SceneBody? file) = (plan.RuleOf(thing.Node), plan.FileBodyOf(thing.Node));
        return new(body, thing.Name, thing.Node, [.. plan.PartsOf(thing.Node).Skip(1)], stretch.Remainder)
        {
            Hold = rule?.Hold,
            Velocity = rule?.Velocity ?? stretch.Turn.Rotate(file?.LinearVelocity ?? Vector3d.Zero),
            AngularVelocity = rule?.AngularVelocityDegrees is { } degrees ? (Math.PI / 180) * degrees : stretch.Turn.Rotate(file?.AngularVelocity ?? Vector3d.Zero),
        };
    }
}
