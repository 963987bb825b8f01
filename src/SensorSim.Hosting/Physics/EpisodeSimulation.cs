using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Scenarios.Bodies;
using static System.FormattableString;

namespace SensorSim.Hosting.Physics;

/// <summary>One episode in one world: everything settles, then it goes on step by step.</summary>
/// <param name="world">At its beginning.</param>
/// <param name="bodies">What the world was built from.</param>
/// <param name="settings">With what the episode's sample drew.</param>
/// <param name="others">Moves what bodies do not.</param>
internal sealed class EpisodeSimulation(IPhysicsWorld world, CousinWorld bodies, PhysicsSettings settings, ISceneMotion others)
{
    /// <summary>Surroundings farther than this are taken to be endless space.</summary>
    private const double FarthestReachMetres = 1000;

    private readonly EpisodeScript _script = EpisodeScript.Of(settings, bodies);
    private readonly MechanicsWatch _watch = new(world, bodies.Dynamic, settings.Limits);
    private readonly BodyTrack _track = new(bodies.Dynamic.Count, 1 / settings.RateHz);
    private readonly JointTargets _targets = new(bodies.Description, others);
    private bool _wasTouched = true;
    private string? _broken;

    /// <summary>Goes on to an instant of the episode.</summary>
    /// <param name="untilSeconds">On the episode's clock.</param>
    /// <param name="stop">Looked at between steps.</param>
    /// <returns>Null when a body leaves the part of the surroundings that is there.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public SimulatedEpisode? Run(double untilSeconds, CancellationToken stop = default)
    {
        bool isNear = Settle(stop);
        foreach (BodyNode body in bodies.Dynamic.Where(_ => _broken is null))
        {
            world.SetVelocity(body.Body, body.Velocity, body.AngularVelocity);
        }

        _wasTouched = true;
        _track.Add(new(States(), []));
        for (long step = 0; isNear && _broken is null && _track.EndSeconds < untilSeconds; step++)
        {
            stop.ThrowIfCancellationRequested();
            isNear = GoOn(step);
        }

        return isNear ? new SimulatedEpisode(bodies.Dynamic, [.. bodies.Description.Bodies.Select(body => body.Name)], _track, _broken).With(bodies.Description) : null;
    }

    private bool Settle(CancellationToken stop)
    {
        long steps = (long)Math.Round(settings.SettleSeconds * settings.RateHz);
        bool isNear = true;
        for (long step = 0; step < steps && isNear && _broken is null; step++)
        {
            stop.ThrowIfCancellationRequested();
            Step(FormattableString.Invariant($"{step / settings.RateHz:0.###} s into settling"), hasCause: step == 0 || _targets.Any);
            isNear = IsNear();
        }

        return isNear;
    }

    private bool GoOn(long step)
    {
        bool isTouched = _script.Do(world, step);
        Carry((step + 1) / settings.RateHz);
        _targets.Set(world, (step + 1) / settings.RateHz);
        BodyContact[] contacts = Step(Invariant($"at {(step + 1) / settings.RateHz:0.###} s"), isTouched || _wasTouched || _targets.Any || IsHeldByWhatMoves());
        _wasTouched = isTouched;
        if (_broken is null)
        {
            _track.Add(new(States(), contacts));
        }

        return IsNear();
    }

    private BodyContact[] Step(string when, bool hasCause)
    {
        try
        {
            world.Step();
            BodyContact[] contacts = BodyContact.PairsOf(world.Contacts);
            _broken = _watch.Look(contacts, hasCause) is { } problem ? $"{problem} ({when})" : null;
            return contacts;
        }
        catch (UnstableWorldException unstable)
        {
            _broken = unstable.Message;
            return [];
        }
    }

    private void Carry(double seconds)
    {
        IReadOnlyList<Matrix4x4d> toWorld = bodies.Kinematic.Count > 0 ? others.At(seconds).NodeToWorld : [];
        foreach (BodyNode body in bodies.Kinematic)
        {
            world.MoveTo(body.Body, body.PoseOf(toWorld[body.Node]));
        }
    }

    // What a hand does that moves is its own work, and no contact tells it.
    private bool IsHeldByWhatMoves() => bodies.Kinematic.Count > 0 && bodies.Description.Joints.Any(joint => bodies.Kinematic.Any(body => body.Name == joint.Parent));

    // Within half of what was left out: its own size is the other half. What is farther away than anything is falls without end.
    private bool IsNear() => _broken is not null || bodies.ReachMetres > FarthestReachMetres || bodies.Dynamic.All(body =>
        bodies.Near.Grown(-0.5 * bodies.ReachMetres).Contains(world.Body(body.Body).CentreOfMass));

    private BodyState[] States() => [.. bodies.Dynamic.Select(body => world.Body(body.Body))];
}
