using SensorSim.Geometry;
using SensorSim.Hosting.Plugins;
using SensorSim.Physics;
using SensorSim.Plugins;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Physics;

/// <summary>Lets a backend move the bodies of a scene's cousins. Any thread may ask.</summary>
public sealed class EpisodePhysics
{
    /// <summary>Surroundings are first looked at so far around what moves, then farther.</summary>
    private const double FirstReachMetres = 2;

    private const double ReachGrowth = 4;

    private const double FarthestReachMetres = 1000;

    private readonly PhysicsBackend _backend;
    private readonly object _parameters;
    private readonly PhysicsSettings _settings;
    private readonly CousinWorlds _worlds;

    /// <param name="settings">As the scenario, or a record, has them.</param>
    /// <param name="scene">Of all cousins.</param>
    /// <param name="catalog">The installed plugins.</param>
    /// <exception cref="PluginException">The backend is not installed, or its parameters do not fit.</exception>
    /// <exception cref="PhysicsException">The library behind the backend is missing or unknown.</exception>
    public EpisodePhysics(PhysicsSettings settings, Scene scene, PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(catalog);
        Plugin = catalog.Require(settings.Backend.Use);
        ParameterBinding binding = Plugin.Schema.Bind(settings.Backend.Parameters);
        (_settings, _worlds) = (settings, new(scene, settings));
        _backend = Plugin.Instance as PhysicsBackend ?? throw new PluginException($"{settings.Backend.Use} is no physics backend.");
        _parameters = binding.Parameters ?? throw new PluginException($"{settings.Backend.Use}: {string.Join(' ', binding.Errors.Select(error => error.Message))}");
        LibraryVersion = _backend.LibraryVersion;
    }

    public InstalledPlugin Plugin { get; }

    /// <summary>Name and version of the library that computes the motion.</summary>
    public string LibraryVersion { get; }

    /// <summary>The cousin with bodies that move, from the beginning of its episode to an instant; later they stay where they are.</summary>
    /// <param name="cousin">At the beginning of its episode.</param>
    /// <param name="untilSeconds">On the episode's clock.</param>
    /// <exception cref="PhysicsException">The world cannot be built, or does not go on.</exception>
    public SceneInstance Simulate(SceneInstance cousin, double untilSeconds)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        for (double reach = FirstReachMetres; ; reach *= ReachGrowth)
        {
            if (Simulate(cousin, reach, untilSeconds) is { } motion)
            {
                return (cousin with { Motion = motion }).In(motion.At(0));
            }
        }
    }

    // Null when a body leaves the part of the surroundings that is there.
    private SimulatedMotion? Simulate(SceneInstance cousin, double reachMetres, double untilSeconds)
    {
        CousinWorld bodies = _worlds.Of(cousin, reachMetres);
        using IPhysicsWorld world = _backend.BuildWith(_parameters, bodies.Description);
        if (!Settle(world, bodies))
        {
            return null;
        }

        foreach (BodyNode body in bodies.Dynamic)
        {
            world.SetVelocity(body.Body, body.Velocity, body.AngularVelocity);
        }

        return TrackOf(world, bodies, cousin.Motion!, untilSeconds) is { } track ? new(cousin.Motion!, bodies.Dynamic, track) : null;
    }

    private bool Settle(IPhysicsWorld world, CousinWorld bodies)
    {
        long steps = (long)Math.Round(_settings.SettleSeconds * _settings.RateHz);
        bool isNear = true;
        while (world.Steps < steps && isNear)
        {
            world.Step();
            isNear = IsNear(world, bodies);
        }

        return isNear;
    }

    private BodyTrack? TrackOf(IPhysicsWorld world, CousinWorld bodies, ISceneMotion others, double untilSeconds)
    {
        var track = new BodyTrack(bodies.Dynamic.Count, 1 / _settings.RateHz);
        track.Add(PosesOf(world, bodies));
        for (long step = 1; track.EndSeconds < untilSeconds; step++)
        {
            Carry(world, bodies, others, step / _settings.RateHz);
            world.Step();
            if (!IsNear(world, bodies))
            {
                return null;
            }

            track.Add(PosesOf(world, bodies));
        }

        return track;
    }

    private static void Carry(IPhysicsWorld world, CousinWorld bodies, ISceneMotion others, double seconds)
    {
        IReadOnlyList<Matrix4x4d> toWorld = bodies.Kinematic.Count > 0 ? others.At(seconds).NodeToWorld : [];
        foreach (BodyNode body in bodies.Kinematic)
        {
            world.MoveTo(body.Body, body.PoseOf(toWorld[body.Node]));
        }
    }

    // Within half of what was left out: its own size is the other half. What is farther away than anything is falls without end.
    private static bool IsNear(IPhysicsWorld world, CousinWorld bodies) => bodies.Dynamic.All(body =>
        bodies.Near.Grown(-0.5 * bodies.ReachMetres).Contains(world.Body(body.Body).CentreOfMass) || bodies.ReachMetres > FarthestReachMetres);

    private static Pose[] PosesOf(IPhysicsWorld world, CousinWorld bodies) => [.. bodies.Dynamic.Select(body => world.Body(body.Body).Pose)];
}
