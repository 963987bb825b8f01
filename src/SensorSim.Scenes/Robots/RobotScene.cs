using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;
using SensorSim.Scenes.Model.Robots;

namespace SensorSim.Scenes.Robots;

/// <summary>
/// A robot's model as a scene: a node for each body, with one mesh of all that is seen of it; the shapes of the surroundings are objects of their own. What hangs together is one category, called as its first body.
/// </summary>
public sealed class RobotScene
{
    private readonly ArticulatedModel _model;
    private readonly RobotMaterials _materials;
    private readonly List<Node> _nodes = [];
    private readonly RobotMeshes _meshes;
    private readonly List<int> _planes = [];
    private readonly List<SceneCollider> _colliders = [];
    private readonly List<int> _surroundings = [];
    private readonly List<Light> _lights = [];
    private readonly List<Camera> _cameras = [];
    private readonly Dictionary<ModelShape, int> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly int[] _nodeOf;
    private readonly Matrix4x4d[] _world;

    private RobotScene(ArticulatedModel model)
    {
        (_model, _materials, _nodeOf, _world) = (model, new(model), new int[model.Bodies.Count], new Matrix4x4d[model.Bodies.Count]);
        _meshes = new(model, _materials);
        foreach ((int i, ModelBody body) in model.Bodies.Index())
        {
            _world[i] = body.Parent is { } parent ? _world[parent] * body.Pose.ToMatrix() : body.Pose.ToMatrix();
            AddBody(i, body);
            foreach (ModelShape shape in body.Shapes.Where(shape => shape.Touches)) AddCollider(shape, _nodeOf[i]);
        }

        foreach (ModelLamp lamp in model.Lamps) AddLamp(lamp);
        foreach (ModelCamera camera in model.Cameras) AddCamera(camera);
    }

    public static Scene Of(ArticulatedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new RobotScene(model).Build();
    }

    private Scene Build() => new(
        _model.Name, _nodes, _meshes.All, _materials.All, [.. RobotMaterials.Textures(_model)], [.. RobotMaterials.Images(_model)], _lights, _cameras)
    {
        Warnings = _model.Warnings,
        Physics = RobotPhysics.Of(_model, _nodeOf, _colliders) with { NodeCount = _nodes.Count },
        Articulation = new()
        {
            Joints = [.. _model.Joints.Select(JointOf)],
            Couplings = _model.Couplings,
            Actuators = _model.Actuators,
            Keyframes = _model.Keyframes,
            Planes = _planes,
            Surroundings = _surroundings,
            Roots = [_nodeOf[0]],
        },
    };

    private ArticulatedJoint JointOf(ModelJoint joint) => new(joint.Name, _nodeOf[joint.Body], joint.Type)
    {
        Anchor = joint.Anchor,
        Axis = joint.Axis,
        Zero = joint.Zero,
        Lower = joint.Lower,
        Upper = joint.Upper,
        Damping = joint.Damping,
        Armature = joint.Armature,
    };

    private void AddBody(int index, ModelBody body)
    {
        _nodeOf[index] = _nodes.Count;
        ModelShape[] shown = [.. body.Shapes.Where(shape => shape.IsShown)];
        bool isSurroundings = body.Parent is null;
        _nodes.Add(new(isSurroundings ? _model.Name : body.Name, body.Parent is { } parent ? _nodeOf[parent] : null, body.Pose.ToMatrix(), null, null, null, CategoryOf(index), InScene: true));
        if (!isSurroundings)
        {
            _nodes[^1] = shown.Length > 0 ? _nodes[^1] with { Mesh = _meshes.Add(body.Name, shown, shape => shape.Pose.ToMatrix()) } : _nodes[^1];
            return;
        }

        foreach (ModelShape shape in shown)
        {
            int mesh = _meshes.Add(shape.Name, [shape], _ => Matrix4x4d.Identity);
            _surroundings.Add(_nodes.Count);
            _seen[shape] = _nodes.Count;
            _planes.AddRange(shape.Solid is PlaneCollider && shape.HalfSize.X * shape.HalfSize.Z == 0 ? [_nodes.Count] : []);
            _nodes.Add(new(shape.Name, _nodeOf[index], shape.Pose.ToMatrix(), mesh, null, null, null, InScene: true));
        }
    }

    // A collider lies as its node: what is seen of the surroundings has one; others get one of their own, in the world with their name.
    private void AddCollider(ModelShape shape, int parent)
    {
        if (_seen.TryGetValue(shape, out int seen))
        {
            _colliders.Add(new(seen, FormOf(shape)) { Surface = new() { Friction = shape.Friction } });
            return;
        }

        _surroundings.AddRange(parent == 0 ? [_nodes.Count] : []);
        _colliders.Add(new(_nodes.Count, FormOf(shape)) { Surface = new() { Friction = shape.Friction } });
        _nodes.Add(new(parent == 0 ? shape.Name : null, parent, shape.Pose.ToMatrix(), null, null, null, null, InScene: true));
    }

    private ColliderShape FormOf(ModelShape shape) => shape.Scale != new Vector3d(1, 1, 1) ? Hull(shape) : shape.Solid switch
    {
        SphereCollider ball => new SphereShape(ball.Radius),
        BoxCollider box => new BoxShape(box.Size),
        CapsuleCollider capsule => new CapsuleShape(capsule.Height, capsule.Radius, capsule.Radius),
        CylinderCollider cylinder => new CylinderShape(cylinder.Height, cylinder.Radius, cylinder.Radius),
        PlaneCollider => new PlaneShape(null, null),
        _ => Hull(shape),
    };

    // Of a height field the surface: it stands still.
    private MeshShape Hull(ModelShape shape)
    {
        int mesh = _meshes.Add($"{shape.Name} (collider)", [shape], _ => Matrix4x4d.Identity);
        return new([(mesh, Matrix4x4d.Identity)], IsHull: shape.Mesh is not { } index || _model.Meshes[index].IsSolid);
    }

    // Of the bodies that hang on the surroundings, and so of all that hangs on them.
    private JsonObject? CategoryOf(int body)
    {
        string stem = _model.Bodies[body].Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_', '-', '.', ' ');
        return _model.Bodies[body].Parent == 0 ? new JsonObject { ["category"] = stem.Length > 0 ? stem : _model.Bodies[body].Name } : null;
    }

    // As bright in the middle of the model as it says: it knows no distances.
    private void AddLamp(ModelLamp lamp)
    {
        Matrix4x4d body = _world[lamp.Body];
        double strongest = lamp.Diffuse.Max(), lux = Math.PI * RobotMaterials.WhiteNit * strongest;
        double distance = Math.Max(0.5, (body.TransformPoint(lamp.Position) - _world[0].TransformPoint(_model.Centre)).Length);
        _lights.Add(new()
        {
            Name = lamp.Name,
            Kind = lamp.IsDirectional ? LightKind.Directional : lamp.ConeRadians < Math.PI / 2 ? LightKind.Spot : LightKind.Point,
            Color = strongest > 0 ? new((float)(lamp.Diffuse[0] / strongest), (float)(lamp.Diffuse[1] / strongest), (float)(lamp.Diffuse[2] / strongest)) : Vector3.One,
            Intensity = lamp.IsDirectional ? lux : lux * distance * distance,
            OuterConeAngle = Math.Min(lamp.ConeRadians, Math.PI / 2),
            InnerConeAngle = 0.8 * Math.Min(lamp.ConeRadians, Math.PI / 2),
        });
        _surroundings.AddRange(lamp.Body == 0 ? [_nodes.Count] : []);
        _nodes.Add(new(lamp.Name, _nodeOf[lamp.Body], Shining(lamp), null, _lights.Count - 1, null, null, InScene: true));
    }

    private static Matrix4x4d Shining(ModelLamp lamp)
    {
        Vector3d back = -lamp.Direction, aside = Math.Abs(back.Z) > 0.9 ? Vector3d.UnitX : Vector3d.UnitZ;
        Vector3d right = Vector3d.Cross(aside, back).Normalized();
        return Matrix4x4d.FromAxes(right, Vector3d.Cross(back, right), back, lamp.Position);
    }

    private void AddCamera(ModelCamera camera)
    {
        _cameras.Add(new(camera.Name, camera.VerticalFieldOfView, null, null));
        _nodes.Add(new(camera.Name, _nodeOf[camera.Body], camera.Pose.ToMatrix(), null, null, _cameras.Count - 1, null, InScene: true));
    }
}
