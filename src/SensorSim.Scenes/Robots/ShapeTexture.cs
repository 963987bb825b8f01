using System.Numerics;
using SensorSim.Physics;

namespace SensorSim.Scenes.Robots;

/// <summary>Where textures lie on shapes, as MuJoCo's viewer has it.</summary>
internal static class ShapeTexture
{
    // Sides of a cube texture, from the top: which way they look, and which way their columns and rows go.
    private static readonly (Vector3 Out, Vector3 Right, Vector3 Down)[] s_sides =
    [
        (Vector3.UnitX, -Vector3.UnitZ, -Vector3.UnitY), (-Vector3.UnitX, Vector3.UnitZ, -Vector3.UnitY),
        (Vector3.UnitY, Vector3.UnitX, Vector3.UnitZ), (-Vector3.UnitY, Vector3.UnitX, -Vector3.UnitZ),
        (Vector3.UnitZ, Vector3.UnitX, -Vector3.UnitY), (-Vector3.UnitZ, -Vector3.UnitX, -Vector3.UnitY),
    ];

    /// <summary>The surface with coordinates for its material's texture; as it is without one.</summary>
    public static ShapeSurface On(ShapeSurface surface, ModelShape shape, ModelMaterial? material, ModelTexture? texture)
    {
        if (material is null || texture is null)
        {
            return surface;
        }

        Vector3 half = HalfSize(surface);
        if (texture.IsCube)
        {
            ShapeSurface apart = surface.Separated();
            return apart with { TexCoords = [.. apart.Positions.Select((p, i) => OnCube(apart, i, half, material.IsPerMetre))] };
        }

        return surface.TexCoords is not null
            ? surface with { TexCoords = [.. surface.TexCoords.Select(uv => new Vector2((float)material.Repeat.U, (float)material.Repeat.V) * uv)] }
            : surface with { TexCoords = [.. surface.Positions.Select(p => Flat(p, half, shape, material))] };
    }

    // A plane without end has no size that a texture could be relative to.
    private static Vector2 Flat(Vector3 p, Vector3 half, ModelShape shape, ModelMaterial material)
    {
        (Vector2 at, Vector2 size) = shape.Solid is PlaneCollider ? (new Vector2(p.X, -p.Z), new Vector2(half.X, half.Z)) : (new(p.X, p.Y), new(half.X, half.Y));
        bool isPerMetre = material.IsPerMetre || (shape.Solid is PlaneCollider && shape.HalfSize.X == 0);
        Vector2 share = isPerMetre ? at : (at / (2 * Vector2.Max(size, new(1e-6f)))) + new Vector2(0.5f);
        return new((float)material.Repeat.U * share.X, -(float)material.Repeat.V * share.Y);
    }

    private static Vector2 OnCube(ShapeSurface apart, int vertex, Vector3 half, bool isUniform)
    {
        Vector3 scale = isUniform ? Vector3.One : Vector3.Max(half, new(1e-6f));
        int first = vertex / 3 * 3;
        Vector3 middle = (apart.Positions[first] + apart.Positions[first + 1] + apart.Positions[first + 2]) / scale, at = apart.Positions[vertex] / scale;
        int side = Enumerable.Range(0, 6).MaxBy(i => Vector3.Dot(middle, s_sides[i].Out));
        float depth = MathF.Max(Vector3.Dot(at, s_sides[side].Out), 1e-6f);
        float u = Math.Clamp((1 + (Vector3.Dot(at, s_sides[side].Right) / depth)) / 2, 0.002f, 0.998f), v = Math.Clamp((1 + (Vector3.Dot(at, s_sides[side].Down) / depth)) / 2, 0.002f, 0.998f);
        return new(u, (side + v) / 6);
    }

    private static Vector3 HalfSize(ShapeSurface surface) => surface.Positions.Aggregate(Vector3.Zero, (half, p) => Vector3.Max(half, Vector3.Abs(p)));
}
