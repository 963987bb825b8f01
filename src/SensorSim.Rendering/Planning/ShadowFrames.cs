using SensorSim.Geometry;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>How the kinds of lamps project their shadows.</summary>
internal static class ShadowFrames
{
    /// <summary>SHADOW_NEAR of shadows.glsl, metres.</summary>
    private const double Near = 0.01;

    /// <summary>Texels that a cube's face shows beyond its edge, so that filtering never crosses it.</summary>
    private const double FaceBorder = 4;

    /// <summary>A wider spot casts into a cube.</summary>
    private const double WidestSpotMap = Math.PI / 3;

    /// <param name="light">The lamp's light.</param>
    /// <param name="position">Where it is.</param>
    /// <param name="axis">Unit, the way it shines.</param>
    /// <param name="scene">Everything that casts.</param>
    /// <param name="side">Texels along one side of a map.</param>
    public static ShadowFrame Of(Light light, Vector3d position, Vector3d axis, Bounds scene, int side) => light.Kind switch
    {
        LightKind.Directional => Parallel(axis, scene, side),
        LightKind.Spot when light.OuterConeAngle <= WidestSpotMap => Cone(light.OuterConeAngle, position, axis, side),
        _ => Cube(position, side),
    };

    private static ShadowFrame Parallel(Vector3d axis, Bounds scene, int side)
    {
        (Vector3d right, Vector3d down) = Across(axis);
        Matrix4x4d turn = Matrix4x4d.FromAxes(right, down, axis, Vector3d.Zero).InverseAffine();
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
        return new(ShadowShape.Parallel, map * turn, [clip * map * turn], extent / side) { RangeMetres = range };
    }

    private static ShadowFrame Cone(double outerConeAngle, Vector3d position, Vector3d axis, int side)
    {
        (Vector3d right, Vector3d down) = Across(axis);
        Matrix4x4d turn = Matrix4x4d.FromAxes(right, down, axis, position).InverseAffine();
        double tangent = Math.Tan(outerConeAngle) * (1 + (8.0 / side));
        var map = new Matrix4x4d(1 / tangent, 0, 0, 0, 0, 1 / tangent, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
        var clip = new Matrix4x4d(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, Near, 0, 0, 1, 0);
        return new(ShadowShape.Cone, map * turn, [clip * map * turn], 2 * tangent / side);
    }

    // Faces +X -X +Y -Y +Z -Z; on each, the other two coordinates in cyclic order.
    public static ShadowFrame Cube(Vector3d position, int side)
    {
        Matrix4x4d map = Matrix4x4d.FromTranslation(-position);
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
