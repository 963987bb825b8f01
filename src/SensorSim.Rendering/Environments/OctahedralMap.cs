using System.Numerics;

namespace SensorSim.Rendering.Environments;

/// <summary>
/// A function of direction on the octahedral square (as in octahedral.glsl). The outermost ring of texels repeats what lies across the fold,
/// so that bilinear filtering has no seam.
/// </summary>
internal sealed class OctahedralMap
{
    private readonly Vector4[] _texels;

    /// <param name="side">Texels along a side.</param>
    /// <param name="texels">All of them, row-major.</param>
    public OctahedralMap(int side, Vector4[] texels)
    {
        Side = side;
        _texels = texels;
    }

    /// <summary>Texels along a side, the ring included.</summary>
    public int Side { get; }

    /// <summary>RGB and 1, row-major.</summary>
    public ReadOnlySpan<Vector4> Texels => _texels;

    /// <summary>Evaluates a function at each texel's centre.</summary>
    public static OctahedralMap From(int side, Func<Vector3, Vector3> function)
    {
        var texels = new Vector4[side * side];
        Parallel.For(0, side, row =>
        {
            for (int column = 0; column < side; column++)
            {
                texels[(row * side) + column] = new(function(DirectionOf(column + 0.5f, row + 0.5f, side)), 1);
            }
        });
        return new(side, texels);
    }

    /// <summary>Averages a function over each texel, from 2 × 2 points.</summary>
    public static OctahedralMap Averaging(int side, Func<Vector3, Vector3> function)
    {
        var texels = new Vector4[side * side];
        Parallel.For(0, side, row =>
        {
            for (int column = 0; column < side; column++)
            {
                Vector3 sum = function(DirectionOf(column + 0.25f, row + 0.25f, side)) + function(DirectionOf(column + 0.75f, row + 0.25f, side))
                    + function(DirectionOf(column + 0.25f, row + 0.75f, side)) + function(DirectionOf(column + 0.75f, row + 0.75f, side));
                texels[(row * side) + column] = new(sum / 4, 1);
            }
        });
        return new(side, texels);
    }

    /// <summary>Bilinear.</summary>
    public Vector3 Sample(Vector3 d)
    {
        float scale = 1 / (MathF.Abs(d.X) + MathF.Abs(d.Y) + MathF.Abs(d.Z));
        float px = d.X * scale, py = d.Z * scale;
        if (d.Y < 0)
        {
            (px, py) = (MathF.CopySign(1 - MathF.Abs(py), px), MathF.CopySign(1 - MathF.Abs(px), py));
        }

        float half = 0.5f * (Side - 2);
        float x = (px * half) + (0.5f * Side) - 0.5f;
        float y = (py * half) + (0.5f * Side) - 0.5f;
        int column = Math.Min((int)x, Side - 2), row = Math.Min((int)y, Side - 2);
        int at = (row * Side) + column;
        Vector4 upper = Vector4.Lerp(_texels[at], _texels[at + 1], x - column);
        Vector4 lower = Vector4.Lerp(_texels[at + Side], _texels[at + Side + 1], x - column);
        Vector4 value = Vector4.Lerp(upper, lower, y - row);
        return new(value.X, value.Y, value.Z);
    }

    /// <summary>Directions and solid angles (steradians) of the texels inside the ring.</summary>
    public IEnumerable<(Vector3 Direction, Vector3 Value, float SolidAngle)> Inside()
    {
        for (int row = 1; row < Side - 1; row++)
        {
            for (int column = 1; column < Side - 1; column++)
            {
                Vector4 texel = _texels[(row * Side) + column];
                Vector3 onOctahedron = OctahedronPoint(column + 0.5f, row + 0.5f, Side);
                float length = onOctahedron.Length();
                float cell = 2f / (Side - 2);
                yield return (onOctahedron / length, new(texel.X, texel.Y, texel.Z), cell * cell / (length * length * length));
            }
        }
    }

    private static Vector3 DirectionOf(float x, float y, int side) => Vector3.Normalize(OctahedronPoint(x, y, side));

    // Points of the ring lie beyond the square's edge, where the map folds over.
    private static Vector3 OctahedronPoint(float x, float y, int side)
    {
        float half = 0.5f * (side - 2);
        float px = (x - (0.5f * side)) / half, py = (y - (0.5f * side)) / half;
        if (MathF.Abs(px) > 1)
        {
            (px, py) = (MathF.CopySign(2, px) - px, -py);
        }

        if (MathF.Abs(py) > 1)
        {
            (px, py) = (-px, MathF.CopySign(2, py) - py);
        }

        float height = 1 - MathF.Abs(px) - MathF.Abs(py);
        if (height < 0)
        {
            (px, py) = (MathF.CopySign(1 - MathF.Abs(py), px), MathF.CopySign(1 - MathF.Abs(px), py));
        }

        return new(px, height, py);
    }
}
