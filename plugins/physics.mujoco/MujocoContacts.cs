using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco;

/// <summary>
/// What touches in a step. The library's contacts are springs; between its detection and its solver they are given what the contract says: a friction, and an acceleration along the normal that stops, bounces or parts.
/// </summary>
internal sealed unsafe class MujocoContacts(MujocoParameters parameters, WorldDescription description, MujocoBody[] bodies, MujocoJoints joints)
{
    /// <summary>The least that the library takes.</summary>
    private const double LeastFriction = 1e-5;

    private const double HitSoftness = 1e-3;

    /// <summary>Bodies that rest in a thinner layer, in ways that gravity makes in a step, lose their contacts now and then, and walk down slopes.</summary>
    private const double LayerFalls = 1.5;

    private readonly Dictionary<int, int> _places = Enumerable.Range(0, bodies.Length).ToDictionary(i => bodies[i].Id);
    private readonly bool[] _isHeld = new bool[bodies.Length];
    private readonly double _time = Math.Max(parameters.ContactTime, 2 * description.StepSeconds);

    private readonly Vector3d[] _gravities = [.. bodies.Select((_, i) => description.GravityOf(i))];

    private readonly double _layer = Math.Max(parameters.ContactLayer, LayerFalls * bodies.Select((_, i) => description.GravityOf(i).Length).Append(description.Gravity.Length).Max() * description.StepSeconds * description.StepSeconds);

    public SurfacePairs Surfaces { get; } = new(description);

    private IReadOnlyList<Contact>? _found = [];

    /// <summary>Whether nothing but gravity moved a body in this step; a bounce, which is over in no time, does not count.</summary>
    public bool IsFlying(int body) => !_isHeld[body];

    /// <summary>Behind detection, in front of the constraints.</summary>
    public void SetSurfaces(MujocoModel model)
    {
        for (int i = 0; i < model.ContactCount; i++)
        {
            MujocoContact contact = model.Contact(i);
            (int first, int second) = Bodies(model, contact);
            if (joints.AreConnected(first, second) || MujocoBoxes.IsPhantom(model, contact)) contact.Exclude();
            else contact.SetFriction(Math.Max(LeastFriction, Surfaces.Friction(first, second)));
        }
    }

    /// <summary>Behind velocities, in front of the solver.</summary>
    public void SetReferences(MujocoModel model)
    {
        Array.Clear(_isHeld);
        for (int i = 0; i < model.ContactCount; i++)
        {
            MujocoContact contact = model.Contact(i);
            if (contact.Row >= 0) SetReference(model, contact);
        }
    }

    /// <summary>Those of the last step. The library keeps them until it detects again, and nobody may ask: so they are read when somebody does.</summary>
    public IReadOnlyList<Contact> Found(MujocoModel model) => _found ??= Read(model);

    /// <summary>Behind the solver.</summary>
    public void NoteStep() => _found = null;

    public void Forget() => _found = [];

    private List<Contact> Read(MujocoModel model)
    {
        var found = new List<Contact>(model.ContactCount);
        for (int i = 0; i < model.ContactCount; i++)
        {
            MujocoContact contact = model.Contact(i);
            if (contact.Row >= 0) found.Add(Read(model, contact));
        }

        return found;
    }

    private (int First, int Second) Bodies(MujocoModel model, MujocoContact contact) =>
        (_places[model.BodyOfGeometry(contact.FirstGeometry)], _places[model.BodyOfGeometry(contact.SecondGeometry)]);

    private void SetReference(MujocoModel model, MujocoContact contact)
    {
        (int first, int second) = Bodies(model, contact);
        double seconds = description.StepSeconds, speed = model.RowVelocities[contact.Row], restitution = Surfaces.Restitution(first, second);
        bool isHit = speed < -description.RestitutionSpeed;
        double fall = Vector3d.Dot(_gravities[second] - _gravities[first], contact.Normal);
        double leaving = -restitution * speed + (fall * seconds);
        bool isPassing = (isHit && restitution > 0 && leaving > 0) || speed > description.RestitutionSpeed;
        _isHeld[first] |= !isPassing;
        _isHeld[second] |= !isPassing;
        double* references = model.RowReferences + contact.Row;
        (double u, double v) = (model.RowVelocities[contact.Row + 1], model.RowVelocities[contact.Row + 2]);
        references[0] = (isHit ? (Math.Max(0, restitution > 0 ? leaving : 0) - speed) / seconds : Resting(speed, contact.Distance)) - Lift(Surfaces.Friction(first, second), Math.Sqrt((u * u) + (v * v)), Math.Max(_gravities[first].Length, _gravities[second].Length));
        if (isHit && restitution > 0) Harden(model, contact.Row);
        references[1] = -u / seconds;
        references[2] = -v / seconds;
    }

    // The library's problem is convex: what slides is lifted by its friction times the speed that is left at the end of the step (De Saxcé's term). That speed is foreseen here and the lift taken back.
    private double Lift(double friction, double slip, double gravity) =>
        friction * Math.Max(0, slip - (friction * gravity * description.StepSeconds)) / description.StepSeconds;

    // What is soft takes a share of each bounce.
    private static void Harden(MujocoModel model, int row)
    {
        for (int i = row; i < row + 3; i++)
        {
            model.RowSoftnesses[i] *= HitSoftness;
            model.RowStiffnesses[i] /= HitSoftness;
        }
    }

    // A critically damped spring towards the layer in which bodies rest, that does not throw them apart.
    private double Resting(double speed, double distance)
    {
        double spring = -((2 / _time) * speed) - ((distance + _layer) / (_time * _time));
        return Math.Min(spring, (parameters.CorrectingSpeed - speed) / description.StepSeconds);
    }

    private Contact Read(MujocoModel model, MujocoContact contact)
    {
        (int first, int second) = Bodies(model, contact);
        double* forces = model.RowForces + contact.Row;
        Vector3d impulse = description.StepSeconds * ((forces[0] * contact.Normal) + (forces[1] * contact.FirstTangent) + (forces[2] * contact.SecondTangent));
        return first < second
            ? new(first, second, contact.Point, contact.Normal, impulse, -contact.Distance)
            : new(second, first, contact.Point, -contact.Normal, -impulse, -contact.Distance);
    }
}
