using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios.Bodies;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Hosting.Physics;

/// <summary>What is done to the bodies of an episode, each at the beginning of a step: hands take hold and let go, and the episode's event happens.</summary>
internal sealed class EpisodeScript
{
    /// <summary>A written instant that is a step's but for rounding is that step's.</summary>
    private const double Rounding = 1e-9;

    private readonly SortedDictionary<long, List<Action<IPhysicsWorld>>> _actions = [];
    private readonly double _rateHz;

    private EpisodeScript(double rateHz) => _rateHz = rateHz;

    /// <summary>The script of one episode.</summary>
    /// <param name="settings">With what the episode's sample drew.</param>
    /// <param name="bodies">Of the cousin.</param>
    public static EpisodeScript Of(PhysicsSettings settings, CousinWorld bodies)
    {
        var script = new EpisodeScript(settings.RateHz);
        ScenarioEvent? happens = settings.Events.FirstOrDefault(one => one.Name == settings.Happening);
        foreach (BodyNode body in bodies.Dynamic.Where(body => body.Hold is not null))
        {
            script.AddHold(bodies.Description.JointIndex(BodyHold.JointOf(body.Name)), body.Hold!, Matching(happens, body.Name));
        }

        if (happens is { Kind: EventKind.Friction or EventKind.Push })
        {
            script.AddKnocks(happens, bodies.Description);
        }

        return script;
    }

    /// <summary>Does what is due.</summary>
    /// <param name="world">Before the step.</param>
    /// <param name="step">Of the episode, from 0.</param>
    /// <returns>Whether something was done.</returns>
    public bool Do(IPhysicsWorld world, long step)
    {
        if (!_actions.TryGetValue(step, out List<Action<IPhysicsWorld>>? due))
        {
            return false;
        }

        due.ForEach(action => action(world));
        return true;
    }

    private static ScenarioEvent? Matching(ScenarioEvent? happens, string name) => happens is not null && GlobPattern.Matches(happens.Match, name) ? happens : null;

    private void AddHold(int joint, BodyHold hold, ScenarioEvent? happens)
    {
        bool isMissed = happens?.Kind == EventKind.GraspFails && hold.FromSeconds >= happens.AtSeconds;
        double until = happens?.Kind == EventKind.Drop ? Math.Min(hold.UntilSeconds, happens.AtSeconds) : hold.UntilSeconds;
        if (hold.FromSeconds > 0 && !isMissed && hold.FromSeconds < until)
        {
            At(hold.FromSeconds, world => world.SetJointEnabled(joint, isEnabled: true));
        }

        // What holds from the beginning is missed when it is let go at once.
        if (!(isMissed && hold.FromSeconds > 0))
        {
            At(isMissed ? happens!.AtSeconds : until, world => world.SetJointEnabled(joint, isEnabled: false));
        }
    }

    private void AddKnocks(ScenarioEvent happens, WorldDescription description)
    {
        foreach ((int body, BodyDescription described) in description.Bodies.Index().Where(body => GlobPattern.Matches(happens.Match, body.Item.Name)))
        {
            if (happens.Kind == EventKind.Friction)
            {
                At(happens.AtSeconds, world => world.SetFriction(body, happens.Friction));
            }
            else if (described.Motion == BodyMotion.Dynamic)
            {
                Vector3d impulse = happens.ImpulseNewtonSeconds * happens.Direction;
                At(happens.AtSeconds, world => world.ApplyImpulse(body, impulse, world.Body(body).CentreOfMass + happens.PointMetres));
            }
        }
    }

    private void At(double seconds, Action<IPhysicsWorld> action)
    {
        double step = Math.Ceiling((seconds * _rateHz) - Rounding);
        if (step < long.MaxValue / 2)
        {
            (_actions.TryGetValue((long)step, out List<Action<IPhysicsWorld>>? due) ? due : _actions[(long)step] = []).Add(action);
        }
    }
}
