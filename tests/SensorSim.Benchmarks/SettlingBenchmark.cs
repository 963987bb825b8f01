using SensorSim.Geometry;
using SensorSim.Hosting.Plugins;
using SensorSim.Physics;
using SensorSim.Plugins;

namespace SensorSim.Benchmarks;

/// <summary>How fast a hundred boxes that are poured into a bin come to rest, in processor time: other programs that run beside it do not count.</summary>
internal static class SettlingBenchmark
{
    private const int Count = 100;
    private const double Seconds = 3;

    private static readonly string[] _backends = ["physics.mujoco", "physics.ode"];

    /// <summary>A line for each backend.</summary>
    public static IEnumerable<string> Run()
    {
        var catalog = PluginCatalog.Load(PluginCatalog.StandardDirectories());
        return _backends.Select(id =>
        {
            InstalledPlugin plugin = catalog.Require(id);
            var backend = (PhysicsBackend)plugin.Instance;
            object parameters = Activator.CreateInstance(backend.ParametersType)!;
            using (IPhysicsWorld warm = backend.BuildWith(parameters, Bin(5))) Pour(warm, 0.2);
            TimeSpan start = Environment.CpuUsage.TotalTime;
            using IPhysicsWorld world = backend.BuildWith(parameters, Bin(Count));
            double built = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            Pour(world, Seconds);
            double run = (Environment.CpuUsage.TotalTime - start).TotalSeconds - built;
            return FormattableString.Invariant(
                $"{id}: {Count} boxes, {Seconds} s in {run:F2} s of one processor ({Seconds / run:F2} times real time), built in {built * 1000:F0} ms; at the end {world.Contacts.Count} contacts, {WorldEnergy.Of(world).KineticJoules:E1} J, deepest {world.Contacts.Max(contact => contact.DepthMetres) * 1000:F2} mm");
        });
    }

    private static void Pour(IPhysicsWorld world, double seconds)
    {
        while (world.TimeSeconds < seconds)
        {
            world.Step();
        }
    }

    private static WorldDescription Bin(int boxes) => new()
    {
        Bodies =
        [
            new() { Name = "floor", Motion = BodyMotion.Static, Colliders = [new PlaneCollider()] },
            .. Enumerable.Range(0, 4).Select(Wall), .. Enumerable.Range(0, boxes).Select(Box),
        ],
    };

    private static BodyDescription Wall(int i)
    {
        var turn = Quaterniond.FromAxisAngle(Vector3d.UnitY, i * Math.PI / 2);
        return new() { Name = $"wall{i}", Motion = BodyMotion.Static, Pose = new(turn.Rotate(new(0.5, 0.5, 0)), turn), Colliders = [new BoxCollider(new(0.05, 1, 1.05))] };
    }

    private static BodyDescription Box(int i)
    {
        var size = new Vector3d(0.1, 0.08, 0.12);
        var place = new Vector3d(-0.3 + (0.2 * (i % 4)) + (0.01 * (i % 3)), 0.2 + (0.15 * (i / 16)), -0.3 + (0.2 * (i / 4 % 4)));
        var turn = Quaterniond.FromAxisAngle(new Vector3d(1, i % 5, i % 3).Normalized(), 0.3 * i);
        return new() { Name = $"box{i}", Pose = new(place, turn), Mass = MassDescription.OfBox(1, size), Colliders = [new BoxCollider(size)] };
    }
}
