using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Physics;

/// <summary>Backends as the program loads them, and bodies for their worlds.</summary>
internal static class TestWorlds
{
    public const double Gravity = 9.80665;

    public static string[] Backends { get; } = ["physics.mujoco", "physics.ode"];

    public static PhysicsBackend Backend(string id) => (PhysicsBackend)SensorBench.Catalog.Require(id).Instance;

    public static IPhysicsWorld Build(string id, WorldDescription description)
    {
        InstalledPlugin plugin = SensorBench.Catalog.Require(id);
        return ((PhysicsBackend)plugin.Instance).BuildWith(Activator.CreateInstance(plugin.Instance.ParametersType)!, description);
    }

    public static IPhysicsWorld Build(string id, params BodyDescription[] bodies) => Build(id, new WorldDescription { Bodies = bodies });

    public static BodyDescription Floor(double friction = 0.5, double restitution = 0, Quaterniond? turn = null) => new()
    {
        Name = "floor",
        Motion = BodyMotion.Static,
        Pose = new(Vector3d.Zero, turn ?? Quaterniond.Identity),
        Surface = new() { Friction = friction, Restitution = restitution },
        Colliders = [new PlaneCollider()],
    };

    public static BodyDescription Ball(Vector3d position, double restitution = 0) => new()
    {
        Name = "ball",
        Pose = new(position, Quaterniond.Identity),
        Mass = MassDescription.OfSphere(1, 0.1),
        Surface = new() { Restitution = restitution },
        Colliders = [new SphereCollider(0.1)],
    };

    public static BodyDescription Box(string name, Pose pose, Vector3d size, double friction = 0.5) => new()
    {
        Name = name,
        Pose = pose,
        Mass = MassDescription.OfBox(1, size),
        Surface = new() { Friction = friction },
        Colliders = [new BoxCollider(size)],
    };

    public static BodyDescription Cube(double x = 0, double y = 0.05, double z = 0) => Box("cube", new(new(x, y, z), Quaterniond.Identity), new(0.1, 0.1, 0.1));

    /// <summary>A bob on a rod of a metre without mass, about z through the origin.</summary>
    public static WorldDescription Pendulum(double amplitude)
    {
        var position = new Vector3d(Math.Sin(amplitude), -Math.Cos(amplitude), 0);
        return new()
        {
            Bodies = [new() { Name = "bob", Mass = MassDescription.OfSphere(1, 0.05), Pose = new(position, Quaterniond.FromAxisAngle(Vector3d.UnitZ, amplitude)) }],
            Joints = [new() { Name = "hinge", Type = JointType.Revolute, Child = "bob", Anchor = new(0, 1, 0) }],
        };
    }

    public static void Run(this IPhysicsWorld world, double seconds)
    {
        for (int i = 0; i < Math.Round(seconds / world.Description.StepSeconds); i++)
        {
            world.Step();
        }
    }
}
