using SensorSim.Geometry;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>A lamp in the world, with the layers of the shadow maps that it casts into.</summary>
internal sealed class Lamp : ILamp
{
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
        _frame = scene is { } bounds && mapSide > 0 ? ShadowFrames.Of(state.Light, _position, _axis, bounds, mapSide) : null;
    }

    public IReadOnlyList<Matrix4x4d> WorldToClip => _frame?.WorldToClip ?? [];

    public bool HasSize => _frame is not null && Size > 0;

    public ShadowFrame? ParallelFrame => _frame is { Shape: ShadowShape.Parallel } ? _frame : null;

    public int? OwnMaterialSlot => null;

    // Tangent of half the angle, or metres.
    private double Size => _state.Light.Kind == LightKind.Directional
        ? Math.Tan(_state.Light.AngularDiameterDegrees * Math.PI / 360)
        : _state.Light.RadiusMetres;

    public GpuLamp InCamera(in Matrix4x4d worldToCamera, in Matrix4x4d cameraToWorld, IReadOnlyList<(Cascade Cascade, int Layer)> cascades)
    {
        Light light = _state.Light;
        double scale = 1 / Math.Max(0.001, Math.Cos(light.InnerConeAngle) - Math.Cos(light.OuterConeAngle));
        Matrix4x4d toShadow = _frame is { } frame ? frame.WorldToMap * cameraToWorld : Matrix4x4d.Identity;
        var lamp = new GpuLamp
        {
            Position = new(Rows.ToFloat(worldToCamera.TransformPoint(_position)), light.Range is { } range ? (float)(1 / range) : 0),
            Axis = new(Rows.ToFloat(worldToCamera.TransformDirection(_axis)), (float)light.Kind),
            Intensity = new(light.Color * (float)light.Intensity, (float)(_frame?.Shape ?? ShadowShape.Parallel)),
            Cone = new((float)scale, (float)(-Math.Cos(light.OuterConeAngle) * scale), _frame is null ? -1 : _firstLayer, (float)(_frame?.TexelSize ?? 0)),
            ToShadow0 = Rows.First(toShadow),
            ToShadow1 = Rows.Second(toShadow),
            ToShadow2 = Rows.Third(toShadow),
            Extent = new((float)Size, (float)(_frame?.RangeMetres ?? 0), cascades.Count, 0),
        };
        foreach ((int i, (Cascade cascade, int layer)) in cascades.Index())
        {
            lamp.Cascades[i] = new((float)cascade.Scale, (float)cascade.OffsetU, (float)cascade.OffsetV, layer - _firstLayer);
        }

        return lamp;
    }
}
