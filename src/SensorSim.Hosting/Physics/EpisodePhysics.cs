using SensorSim.Hosting.Plugins;
using SensorSim.Physics;
using SensorSim.Plugins;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Hosting.Physics;

/// <summary>Lets a backend move the bodies of a scene's cousins. Any thread may ask.</summary>
public sealed class EpisodePhysics
{
    /// <summary>Surroundings are first looked at so far around what moves, then farther.</summary>
    private const double FirstReachMetres = 2;

    private const double ReachGrowth = 4;

    /// <summary>Episodes of one cousin have the same surroundings, or a knock in one would change the order of contacts in it before it happens.</summary>
    private const double ReachOfFamilyMetres = 128;

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

    /// <summary>Changes the world before a backend builds it: for comparisons.</summary>
    public Func<WorldDescription, WorldDescription>? Change { get; init; }

    /// <summary>Name and version of the library that computes the motion.</summary>
    public string LibraryVersion { get; }

    /// <summary>The cousin with bodies that move, from the beginning of its episode to an instant; later they stay where they are.</summary>
    /// <param name="cousin">At the beginning of its episode.</param>
    /// <param name="untilSeconds">On the episode's clock.</param>
    /// <param name="stop">Looked at between steps.</param>
    /// <exception cref="PhysicsException">The world cannot be built, or does not go on.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public SceneInstance Simulate(SceneInstance cousin, double untilSeconds, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        PhysicsSettings drawn = PhysicsVariation.Of(_settings, cousin.Draws);
        for (double reach = drawn.Events.Count > 0 ? ReachOfFamilyMetres : FirstReachMetres; ; reach *= ReachGrowth)
        {
            if (Simulate(cousin, drawn, reach, untilSeconds, stop) is { } motion)
            {
                return (cousin with { Motion = motion }).In(motion.At(0));
            }
        }
    }

    /// <summary>What it moves in a cousin.</summary>
    public IReadOnlyList<DynamicBody> DynamicOf(SceneInstance cousin) => _worlds.DynamicOf(cousin);

    // Null when a body leaves the part of the surroundings that is there.
    private SimulatedMotion? Simulate(SceneInstance cousin, PhysicsSettings drawn, double reachMetres, double untilSeconds, CancellationToken stop)
    {
        CousinWorld bodies = _worlds.Of(cousin, reachMetres);
        bodies = Change is null ? bodies : bodies with { Description = Change(bodies.Description) };
        using IPhysicsWorld world = _backend.BuildWith(_parameters, bodies.Description);
        return new EpisodeSimulation(world, bodies, drawn, cousin.Motion!).Run(untilSeconds, stop) is { } episode ? new(cousin.Motion!, episode) : null;
    }
}
