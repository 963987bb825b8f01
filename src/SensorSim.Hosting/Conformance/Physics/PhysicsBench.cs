using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Conformance.Physics;

/// <summary>A backend, and worlds of which it is known what happens in them.</summary>
internal sealed class PhysicsBench(InstalledPlugin plugin)
{
    private const int HeapSteps = 300;

    private static readonly WorldDescription s_heap = HeapOf(i => i % 2 == 0 ? Box($"box{i}", At(i)) : Ball($"ball{i}", At(i), 0.6));

    private static readonly WorldDescription s_balls = HeapOf(i => Ball($"ball{i}", At(i), 0.6));

    private WorldDescription? _heap;

    public PhysicsBackend Backend { get; } = (PhysicsBackend)plugin.Instance;

    public ParameterSchema Schema { get; } = plugin.Schema;

    /// <summary>Of every check that tries no others.</summary>
    public object Defaults { get; } = Settings.Default.Bind(plugin.Schema)!;

    /// <summary>Some balls and boxes that fall onto a floor and onto each other; balls alone where the backend takes no boxes.</summary>
    public WorldDescription Heap => _heap ??= WhyNot(s_heap) is null ? s_heap : s_balls;

    /// <summary>Why the backend does not take a world; null when it does.</summary>
    public string? WhyNot(WorldDescription world)
    {
        try
        {
            Backend.BuildWith(Defaults, world).Dispose();
            return null;
        }
        catch (PhysicsException refusal)
        {
            return refusal.Message.Split('\n')[0];
        }
    }

    /// <summary>A floor at y = 0.</summary>
    public static BodyDescription Floor(double friction, double restitution = 0, double tiltRadians = 0) => new()
    {
        Name = "floor",
        Motion = BodyMotion.Static,
        Pose = new(Vector3d.Zero, Quaterniond.FromAxisAngle(Vector3d.UnitZ, tiltRadians)),
        Surface = new() { Friction = friction, Restitution = restitution },
        Colliders = [new PlaneCollider()],
    };

    /// <summary>A ball of 0.1 m.</summary>
    public static BodyDescription Ball(string name, Pose pose, double restitution) => new()
    {
        Name = name,
        Pose = pose,
        Mass = MassDescription.OfSphere(1, 0.1),
        Surface = new() { Restitution = restitution },
        Colliders = [new SphereCollider(0.1)],
    };

    /// <summary>A flat box of 0.2 m, which does not tip over.</summary>
    public static BodyDescription Box(string name, Pose pose, double friction = 0.5) => new()
    {
        Name = name,
        Pose = pose,
        Mass = MassDescription.OfBox(1, new(0.2, 0.1, 0.2)),
        Surface = new() { Friction = friction },
        Colliders = [new BoxCollider(new(0.2, 0.1, 0.2))],
    };

    /// <summary>All bodies after each step of the heap.</summary>
    public IReadOnlyList<BodyState> HeapStates(object parameters)
    {
        using IPhysicsWorld world = Backend.BuildWith(parameters, Heap);
        return States(world, HeapSteps);
    }

    /// <summary>All bodies after each of the next steps.</summary>
    public static IReadOnlyList<BodyState> States(IPhysicsWorld world, int steps) => [.. Enumerable.Range(0, steps).SelectMany(_ =>
    {
        world.Step();
        return Enumerable.Range(0, world.Description.Bodies.Count).Select(world.Body).ToArray();
    })];

    /// <summary>A box on a slope of a friction, as for <see cref="Slide"/>.</summary>
    public static WorldDescription Slope(double tiltRadians, double friction)
    {
        var turn = Quaterniond.FromAxisAngle(Vector3d.UnitZ, tiltRadians);
        return new() { Bodies = [Floor(friction / 4, 0, tiltRadians), Box("box", new Pose(turn.Rotate(new(0, 0.05, 0)), turn), friction * 4)] };
    }

    /// <summary>A box after some time on a slope of a friction.</summary>
    /// <param name="tiltRadians">Of the slope.</param>
    /// <param name="friction">Of the pair: the geometric mean of a quarter of it and four times it.</param>
    /// <param name="seconds">Time from rest.</param>
    /// <returns>How far and how fast down the slope, m and m/s.</returns>
    public (double Metres, double Speed) Slide(double tiltRadians, double friction, double seconds)
    {
        using IPhysicsWorld world = Backend.BuildWith(Defaults, Slope(tiltRadians, friction));
        Pose start = world.Description.Bodies[1].Pose;
        Quaterniond turn = start.Rotation;
        for (int i = 0; i < seconds / world.Description.StepSeconds; i++)
        {
            world.Step();
        }

        Vector3d down = turn.Rotate(-Vector3d.UnitX);
        return (Vector3d.Dot(world.Body(1).Pose.Position - start.Position, down), Vector3d.Dot(world.Body(1).LinearVelocity, down));
    }

    private static WorldDescription HeapOf(Func<int, BodyDescription> body) => new() { Bodies = [Floor(0.6), .. Enumerable.Range(0, 6).Select(body)] };

    private static Pose At(int i) => new(new(0.03 * (i % 3), 0.3 + (0.25 * i), 0.02 * (i % 2)), Quaterniond.FromAxisAngle(new Vector3d(1, 2, 3).Normalized(), 0.4 * i));
}
