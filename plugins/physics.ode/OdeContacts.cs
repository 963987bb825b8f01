using System.Runtime.InteropServices;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsOde.Native;

namespace SensorSim.Plugins.PhysicsOde;

/// <summary>What touches in a step: found, made into joints of the library for that step, and read back.</summary>
internal sealed unsafe class OdeContacts : IDisposable
{
    private const int MostOfPair = 16;

    /// <summary>A body slides when it is faster than gravity makes it in this many steps.</summary>
    private const double SlidingSteps = 2;

    private readonly nint _world;
    private readonly nint _group = Ode.CreateGroup(0);
    private readonly WorldDescription _description;
    private readonly OdeBody[] _bodies;
    private readonly OdeJoints _joints;
    private readonly OdeShapes _shapes;
    private readonly OdeBroadPhase _broadPhase;
    private readonly bool[] _isHeld;
    private readonly List<(int First, int Second, ContactGeometry Geometry)> _touching = [];
    private JointFeedback* _feedback;
    private int _capacity;

    public OdeContacts(nint world, WorldDescription description, OdeBody[] bodies, OdeJoints joints, OdeShapes shapes)
    {
        (_world, _description, _bodies, _joints, _shapes) = (world, description, bodies, joints, shapes);
        _broadPhase = new(shapes.Geometries, body => description.Bodies[body].Motion == BodyMotion.Static);
        _isHeld = new bool[bodies.Length];
    }

    public required SurfacePairs Surfaces { get; init; }

    /// <summary>Those of the last step.</summary>
    public IReadOnlyList<Contact> Found { get; private set; } = [];

    /// <summary>Whether nothing but gravity moved a body in this step; a bounce, which is over in no time, does not count.</summary>
    public bool IsFlying(int body) => !_isHeld[body];

    public void BeginStep()
    {
        Ode.EmptyGroup(_group);
        Array.Clear(_isHeld);
        Find();
        if (_capacity < _touching.Count)
        {
            _capacity = 2 * _touching.Count;
            _feedback = (JointFeedback*)NativeMemory.Realloc(_feedback, (nuint)(_capacity * sizeof(JointFeedback)));
        }

        for (int i = 0; i < _touching.Count; i++)
        {
            Join(i);
        }
    }

    public void EndStep() => Found = [.. _touching.Select((one, i) => Read(one, (_description.StepSeconds * (Vector3d)_feedback[i].FirstForce)))];

    public void Dispose()
    {
        Ode.DestroyGroup(_group);
        NativeMemory.Free(_feedback);
    }

    private void Find()
    {
        _touching.Clear();
        ContactGeometry* found = stackalloc ContactGeometry[MostOfPair];
        foreach (long pair in _broadPhase.Pairs(MayTouch))
        {
            (nint Geometry, int Body) a = _shapes.Geometries[(int)(pair >> 32)], b = _shapes.Geometries[(int)(pair & uint.MaxValue)];
            (a, b) = _bodies[a.Body].IsDynamic ? (a, b) : (b, a);
            int count = Ode.Collide(a.Geometry, b.Geometry, MostOfPair, found, sizeof(ContactGeometry));
            for (int i = 0; i < count; i++)
            {
                _touching.Add((a.Body, b.Body, found[i]));
            }
        }
    }

    private bool MayTouch(int a, int b) =>
        a != b && (_bodies[a].IsDynamic || _bodies[b].IsDynamic) && _bodies[a].IsEnabled && _bodies[b].IsEnabled && !_joints.AreConnected(a, b);

    // The normal points into the first body.
    private void Join(int index)
    {
        (int first, int second, ContactGeometry geometry) = _touching[index];
        Vector3d normal = geometry.Normal, gravity = _description.Gravity;
        Vector3d speed = _bodies[first].State.VelocityAt(geometry.Position) - _bodies[second].State.VelocityAt(geometry.Position);
        double closing = -Vector3d.Dot(speed, normal), bounce = Bounce(first, second, closing, normal);
        bool isPassing = bounce > 0 || closing < -_description.RestitutionSpeed;
        _isHeld[first] |= !isPassing;
        _isHeld[second] |= !isPassing;
        double friction = Surfaces.Friction(first, second);
        Vector3d slip = speed + (closing * normal);
        bool isSliding = slip.Length > SlidingSteps * Math.Max(_description.GravityOf(first).Length, _description.GravityOf(second).Length) * _description.StepSeconds;
        var contact = new ContactPoint
        {
            Mode = ContactPoint.Coulomb,
            Friction = friction,
            SecondFriction = isSliding ? 0 : friction,
            Bounce = bounce,
            BounceSpeed = _description.RestitutionSpeed,
            Geometry = geometry,
            FirstDirection = Along(isSliding ? slip : gravity, normal) ?? Along(slip, normal) ?? Along(Vector3d.UnitX, normal) ?? Along(Vector3d.UnitZ, normal)!.Value,
        };
        nint joint = Ode.CreateContact(_world, _group, &contact);
        Ode.Attach(joint, _bodies[first].Handle, _bodies[second].Handle);
        Ode.SetFeedback(joint, _feedback + index);
    }

    // The library bounces and then lets a body go on for the whole step without its weight.
    private double Bounce(int first, int second, double closing, Vector3d normal)
    {
        if (closing <= _description.RestitutionSpeed) return 0;
        double fall = Vector3d.Dot(_description.GravityOf(first) - _description.GravityOf(second), normal);
        double restitution = Surfaces.Restitution(first, second);
        return restitution > 0 ? Math.Max(0, restitution + (fall * _description.StepSeconds / closing)) : 0;
    }

    // The library's friction is a square of two directions, and Coulomb's a circle: they are one along the way that a body slides, where there is none across, and along the way that gravity pulls one that holds.
    private static Vector3d? Along(Vector3d direction, Vector3d normal)
    {
        Vector3d along = direction - (Vector3d.Dot(direction, normal) * normal);
        return along.Length > 1e-6 * Math.Max(direction.Length, 1e-6) ? along.Normalized() : null;
    }

    private static Contact Read((int First, int Second, ContactGeometry Geometry) one, Vector3d impulseOnFirst)
    {
        Vector3d normal = one.Geometry.Normal;
        return one.First < one.Second
            ? new(one.First, one.Second, one.Geometry.Position, -normal, -impulseOnFirst, one.Geometry.Depth)
            : new(one.Second, one.First, one.Geometry.Position, normal, impulseOnFirst, one.Geometry.Depth);
    }
}
