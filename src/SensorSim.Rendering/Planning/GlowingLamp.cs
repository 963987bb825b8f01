using SensorSim.Geometry;
using SensorSim.Rendering.Emitters;

namespace SensorSim.Rendering.Planning;

/// <summary>A surface that glows, as a lamp: a disc that casts its shadows from the middle, all around.</summary>
/// <param name="emitter">What glows.</param>
/// <param name="firstLayer">Of the six that it casts into.</param>
/// <param name="mapSide">Texels along one side of a map; 0 casts no shadows.</param>
internal sealed class GlowingLamp(Emitter emitter, int firstLayer, int mapSide) : ILamp
{
    /// <summary>GLOWING of lamps.glsl.</summary>
    private const float Kind = 3;

    private readonly ShadowFrame? _frame = mapSide > 0 ? ShadowFrames.Cube(emitter.Position, mapSide) : null;

    public IReadOnlyList<Matrix4x4d> WorldToClip => _frame?.WorldToClip ?? [];

    public bool HasSize => _frame is not null;

    public ShadowFrame? ParallelFrame => null;

    public int? OwnMaterialSlot => emitter.MaterialSlot;

    public GpuLamp InCamera(in Matrix4x4d worldToCamera, in Matrix4x4d cameraToWorld, IReadOnlyList<(Cascade Cascade, int Layer)> cascades)
    {
        double flat = emitter.Facing.Length;
        Vector3d axis = flat > 0 ? emitter.Facing.Normalized() : Vector3d.UnitZ;
        Matrix4x4d toShadow = _frame is { } frame ? frame.WorldToMap * cameraToWorld : Matrix4x4d.Identity;
        return new()
        {
            Position = new(Rows.ToFloat(worldToCamera.TransformPoint(emitter.Position)), emitter.IsTwoSided ? 1 : 0),
            Axis = new(Rows.ToFloat(worldToCamera.TransformDirection(axis)), Kind),
            Intensity = new(emitter.Radiance, (float)ShadowShape.Cube),
            Cone = new((float)flat, (float)emitter.Even, _frame is null ? -1 : firstLayer, (float)(_frame?.TexelSize ?? 0)),
            ToShadow0 = Rows.First(toShadow),
            ToShadow1 = Rows.Second(toShadow),
            ToShadow2 = Rows.Third(toShadow),
            Extent = new((float)emitter.Radius, 0, 0, emitter.MaterialSlot),
        };
    }
}
