using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Scenarios.Bodies;
using static System.FormattableString;

namespace SensorSim.Hosting.Physics;

/// <summary>
/// Looks whether a simulation keeps to mechanics: bodies are not far inside each other, and energy does not come from nowhere. A contact may hold back energy as a spring does and give it again,
/// so that the largest energy of a while, and not that of the step before, is the bound; what kinematic bodies do by their contacts is a cause.
/// </summary>
/// <param name="world">As its episode begins, or before it settles.</param>
/// <param name="moving">What moves by forces in it.</param>
/// <param name="limits">How far it may go.</param>
internal sealed class MechanicsWatch(IPhysicsWorld world, IReadOnlyList<BodyNode> moving, PhysicsLimits limits)
{
    /// <summary>Surroundings are at least so thick: slower bodies do not pass through them between two steps.</summary>
    private const double WallMetres = 0.05;

    /// <summary>Steps longer than this are few for contacts.</summary>
    private const double LongStepSeconds = 1.0 / 240;

    /// <summary>No contact holds energy back for so long.</summary>
    private const double WindowSeconds = 0.25;

    /// <summary>What solvers lift bodies that begin a little inside each other.</summary>
    private const double LiftMetres = 0.005;

    private readonly double _liftJoules = LiftMetres * world.Description.Bodies.Index().Sum(body => world.Description.GravityOf(body.Index).Length * (body.Item.Mass?.Kilograms ?? 0));
    private readonly long _window = Math.Max(1, (long)(WindowSeconds / world.Description.StepSeconds));
    private double _work, _largestKinetic, _largestOfWindow = double.NegativeInfinity, _bound = WorldEnergy.Of(world).TotalJoules;
    private readonly Dictionary<int, Pose> _led = world.Description.Bodies.Index().Where(body => body.Item.Motion == BodyMotion.Kinematic).ToDictionary(body => body.Index, body => world.Body(body.Index).Pose);
    private long _steps;
    private bool _isSqueezed;

    /// <summary>Looks at the end of a step.</summary>
    /// <param name="contacts">Of the step.</param>
    /// <param name="hasCause">Whether something from outside acted on bodies in this step: what they then have is theirs.</param>
    /// <returns>What is broken, as a sentence for the record; null when nothing is.</returns>
    public string? Look(IReadOnlyList<BodyContact> contacts, bool hasCause)
    {
        foreach (BodyContact contact in contacts)
        {
            _isSqueezed |= _led.ContainsKey(contact.BodyA) || _led.ContainsKey(contact.BodyB);
            if (contact.DepthMetres > limits.PenetrationMetres)
            {
                return Invariant($"{NameOf(contact.BodyA)} and {NameOf(contact.BodyB)} are {DepthOf(contact)} inside each other, more than {limits.PenetrationMetres} m{RateAdvice}");
            }

            _work += WorkOf(contact);
        }

        NotePoses();
        return LookAtSpeeds() ?? LookAtEnergy(hasCause);
    }

    // Past the middle of a body the shortest way out leads through it, and what a backend reports there is no depth.
    private string DepthOf(BodyContact contact)
    {
        BodyNode? thinnest = moving.Where(body => body.ThicknessMetres > 0 && (body.Body == contact.BodyA || body.Body == contact.BodyB)).MinBy(body => body.ThicknessMetres);
        return thinnest is not null && contact.DepthMetres > thinnest.ThicknessMetres / 2
            ? Invariant($"more than {thinnest.ThicknessMetres / 2:0.####} m (half of {thinnest.Name})")
            : Invariant($"{contact.DepthMetres:0.####} m");
    }

    // Contacts are looked for at steps only.
    private string? LookAtSpeeds()
    {
        foreach (BodyNode body in moving)
        {
            double way = world.Body(body.Body).LinearVelocity.Length * world.Description.StepSeconds;
            if (way > Math.Max(WallMetres, body.ThicknessMetres))
            {
                return Invariant($"{body.Name} goes {way:0.###} m in one step and may pass through others; a higher rate_hz is needed");
            }
        }

        return null;
    }

    private string? LookAtEnergy(bool hasCause)
    {
        var energy = WorldEnergy.Of(world);
        double own = energy.TotalJoules - _work;
        if (hasCause)
        {
            (_bound, _largestOfWindow, _steps) = (Math.Max(_bound, own), Math.Max(_largestOfWindow, own), 0);
        }

        _largestKinetic = Math.Max(_largestKinetic, energy.KineticJoules);
        double allowed = (limits.EnergyShare * _largestKinetic) + _liftJoules;
        if (own > _bound + allowed)
        {
            return Invariant($"energy comes from nowhere: {own - _bound:0.###} J more than there were, and at most {allowed:0.###} J are allowed");
        }

        _largestOfWindow = Math.Max(_largestOfWindow, own);
        if (++_steps % _window == 0)
        {
            // What a hand has put into the springs of its grasp comes back when it lets go, however long it held.
            (_bound, _largestOfWindow, _isSqueezed) = (_isSqueezed ? _bound : Math.Min(_bound, _largestOfWindow), double.NegativeInfinity, false);
        }

        return null;
    }

    // A kinematic body moves on whatever it meets: the impulse along its way is work that it does.
    private double WorkOf(BodyContact contact) => Vector3d.Dot(contact.Impulse, VelocityOf(contact.BodyA, contact.Point) - VelocityOf(contact.BodyB, contact.Point));

    // One that is led somewhere has arrived when a step is over, and its velocity is gone: then it is what brought it there.
    private Vector3d VelocityOf(int body, Vector3d point)
    {
        if (!_led.TryGetValue(body, out Pose before))
        {
            return Vector3d.Zero;
        }

        BodyState now = world.Body(body);
        return now.LinearVelocity != Vector3d.Zero || now.AngularVelocity != Vector3d.Zero ? now.VelocityAt(point) : (1 / world.Description.StepSeconds) * ((now.Pose * before.Inverse()).Point(point) - point);
    }

    private void NotePoses()
    {
        foreach (int body in _led.Keys)
        {
            _led[body] = world.Body(body).Pose;
        }
    }

    // Seldom looked at, what falls is deep in others before it is met.
    private string RateAdvice => world.Description.StepSeconds > LongStepSeconds ? "; a higher rate_hz keeps them apart" : "";

    private string NameOf(int body) => world.Description.Bodies[body].Name;
}
