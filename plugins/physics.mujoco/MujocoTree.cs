using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Plugins.PhysicsMujoco;

/// <summary>
/// The library's bodies hang on each other as a tree, each by one joint, which cannot let go or drift. Joints that can are constraints between bodies of the tree. The frame of a body is about its centre of mass.
/// </summary>
internal sealed class MujocoTree
{
    private readonly WorldDescription _description;
    private readonly int?[] _joints;

    /// <exception cref="PhysicsException">A body hangs on two joints that cannot let go, bodies hang in a ring, or a joint can let go that the library has only for ever.</exception>
    public MujocoTree(WorldDescription description)
    {
        _description = description;
        _joints = new int?[description.Bodies.Count];
        for (int i = 0; i < description.Joints.Count; i++)
        {
            Add(i, description.Joints[i]);
        }

        for (int body = 0; body < _joints.Length; body++)
        {
            RefuseRing(body);
        }
    }

    /// <summary>The joint of the tree that a body hangs on; null when it stands by itself.</summary>
    public int? JointOf(int body) => _joints[body];

    /// <summary>Whether a joint is one of the tree.</summary>
    public bool Has(int joint) => IsOfTree(_description.Joints[joint]);

    /// <summary>The body that a body hangs on; null is the world, for those that stand by themselves as well.</summary>
    public int? ParentOf(int body) => _joints[body] is { } joint && _description.Joints[joint].Parent is { } parent ? _description.BodyIndex(parent) : null;

    /// <summary>Bodies that hang on one, or on the world, in the order of the description.</summary>
    public IEnumerable<int> ChildrenOf(int? parent) => Enumerable.Range(0, _joints.Length).Where(body => ParentOf(body) == parent);

    /// <summary>Parents first.</summary>
    public IEnumerable<int> Order(int? from = null) => ChildrenOf(from).SelectMany(child => Order(child).Prepend(child));

    /// <summary>The frame about the centre of mass in the world, at the beginning.</summary>
    public Pose Frame(int body)
    {
        BodyDescription described = _description.Bodies[body];
        Pose pose = described.Pose with { Rotation = described.Pose.Rotation.Normalized() };
        return pose with { Position = pose.Point(described.Mass?.Centre ?? default) };
    }

    private static bool IsOfTree(JointDescription joint) => !joint.Releasable && joint.Type != JointType.Free;

    private void Add(int index, JointDescription joint)
    {
        if (joint is { Releasable: true, Type: JointType.Prismatic })
        {
            throw new PhysicsException($"The joint \"{joint.Name}\" is prismatic and releasable, and MuJoCo has prismatic joints only for ever. Another type, or physics.ode, is expected.");
        }

        if (!IsOfTree(joint)) return;
        int child = _description.BodyIndex(joint.Child);
        if (_joints[child] is { } other)
        {
            throw new PhysicsException($"The body \"{joint.Child}\" hangs on the joints \"{_description.Joints[other].Name}\" and \"{joint.Name}\", and MuJoCo's bodies hang on one. Releasable is expected of the others.");
        }

        _joints[child] = index;
    }

    private void RefuseRing(int body)
    {
        int? above = ParentOf(body);
        for (int steps = 0; above is not null; above = ParentOf(above.Value))
        {
            if (++steps > _joints.Length)
            {
                throw new PhysicsException($"The body \"{_description.Bodies[body].Name}\" hangs on itself, by way of others. Releasable is expected of one of the joints.");
            }
        }
    }
}
