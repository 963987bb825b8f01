using SensorSim.Geometry;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>A lamp in the world, with the layers of the shadow maps that it casts into.</summary>
internal sealed class Lamp
{
    /// <summary>SHADOW_NEAR of lamps.glsl, metres.</summary>
    private const double Near = 0.01;

    /// <summary>Texels that a cube's face shows beyond its edge, so that filtering never crosses it.</summary>
    private const double FaceBorder = 4;

    /// <summary>A wider spot casts into a cube.</summary>
    private const double WidestSpotMap = Math.PI / 3;

    private readonly LampState _state;
    private readonly Vector3d _position;
    private readonly Vector3d _axis;
    private readonly int _firstLayer;
    private readonly ShadowFrame? _frame;

    public Lamp(LampState state, in Matrix4x4d nodeToWorld, Bounds? scene, int firstLayer, int mapSide)
    {
        _state = state;
        _position = nodeToWorld.Translation;
        _axis = (-nodeToWorld.ColumnZ).Normalized();
        _firstLayer = firstLayer;
        _frame = scene is { } bounds && mapSide > 0 ? FrameOf(bounds, mapSide) : null;
    }

    /// <summary>Layers of the shadow maps, none without shadows.</summary>
    public IReadOnlyList<Matrix4x4d> WorldToClip => _frame?.WorldToClip ?? [];

    public GpuLamp InCamera(in Matrix4x4d worldToCamera, in Matrix4x4d cameraToWorld)
    {
        Light light = _state.Light;
        double scale = 1 / Math.Max(0.001, Math.Cos(light.InnerConeAngle) - Math.Cos(light.OuterConeAngle));
        Matrix4x4d toShadow = _frame is { } frame ? frame.WorldToMap * cameraToWorld : Matrix4x4d.Identity;
        return new()
        {
            Position = new(Rows.ToFloat(worldToCamera.TransformPoint(_position)), light.Range is { } range ? (float)(1 / range) : 0),
            Axis = new(Rows.ToFloat(worldToCamera.TransformDirection(_axis)), (float)light.Kind),
            Intensity = new(light.Color * (float)light.Intensity, (float)(_frame?.Shape ?? ShadowShape.Parallel)),
            Cone = new((float)scale, (float)(-Math.Cos(light.OuterConeAngle) * scale), _frame is null ? -1 : _firstLayer, (float)(_frame?.TexelSize ?? 0)),
            ToShadow0 = Rows.First(toShadow),
            ToShadow1 = Rows.Second(toShadow),
            ToShadow2 = Rows.Third(toShadow),
        };
    }

    private ShadowFrame FrameOf(Bounds scene, int side) => _state.Light.Kind switch
    {
        LightKind.Directional => Parallel(scene, side),
        LightKind.Spot when _state.Light.OuterConeAngle <= WidestSpotMap => Cone(side),
        _ => Cube(side),
    };

    private ShadowFrame Parallel(Bounds scene, int side)
    {
        (Vector3d right, Vector3d down) = Across(_axis);
        Matrix4x4d turn = Matrix4x4d.FromAxes(right, down, _axis, Vector3d.Zero).InverseAffine();
        Bounds box = scene.Transformed(turn);
        double margin = 8.0 / side;
        double extent = Math.Max(Math.Max(box.Max.X - box.Min.X, box.Max.Y - box.Min.Y), 1e-6) * (1 + margin);
        double range = Math.Max(box.Max.Z - box.Min.Z, 1e-6) * 1.01;
        Vector3d centre = box.Centre;
        var map = new Matrix4x4d(
            1 / extent, 0, 0, 0.5 - (centre.X / extent),
            0, 1 / extent, 0, 0.5 - (centre.Y / extent),
            0, 0, 1 / range, 0.5 - (centre.Z / range),
            0, 0, 0, 1);
        var clip = new Matrix4x4d(2, 0, 0, -1, 0, 2, 0, -1, 0, 0, -1, 1, 0, 0, 0, 1);
        return new(ShadowShape.Parallel, map * turn, [clip * map * turn], extent / side);
    }

    private ShadowFrame Cone(int side)
    {
        (Vector3d right, Vector3d down) = Across(_axis);
        Matrix4x4d turn = Matrix4x4d.FromAxes(right, down, _axis, _position).InverseAffine();
        double tangent = Math.Tan(_state.Light.OuterConeAngle) * (1 + (8.0 / side));
        var map = new Matrix4x4d(1 / tangent, 0, 0, 0, 0, 1 / tangent, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
        var clip = new Matrix4x4d(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, Near, 0, 0, 1, 0);
        return new(ShadowShape.Cone, map * turn, [clip * map * turn], 2 * tangent / side);
    }

    // Faces +X -X +Y -Y +Z -Z; on each, the other two coordinates in cyclic order.
    private ShadowFrame Cube(int side)
    {
        Matrix4x4d map = Matrix4x4d.FromTranslation(-_position);
        double shrink = (side - (2 * FaceBorder)) / side;
        var faces = new List<Matrix4x4d>();
        foreach (Matrix4x4d turn in (Matrix4x4d[])[
            new(0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1),
            new(0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1),
            Matrix4x4d.Identity])
        {
            foreach (double sign in (double[])[1, -1])
            {
                faces.Add(new Matrix4x4d(shrink, 0, 0, 0, 0, shrink, 0, 0, 0, 0, 0, Near, 0, 0, sign, 0) * turn * map);
            }
        }

        return new(ShadowShape.Cube, map, faces, 2 / (side * shrink));
    }

    private static (Vector3d Right, Vector3d Down) Across(Vector3d axis)
    {
        Vector3d reference = Math.Abs(axis.Y) < 0.9 ? Vector3d.UnitY : Vector3d.UnitX;
        Vector3d right = Vector3d.Cross(axis, reference).Normalized();
        return (right, Vector3d.Cross(axis, right));
    }
}
