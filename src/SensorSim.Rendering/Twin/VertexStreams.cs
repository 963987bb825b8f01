using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Twin;

/// <summary>A primitive's vertices as the device reads them.</summary>
internal sealed record VertexStreams(Vector4[] Positions, Vector4[] Normals, Vector4[] Tangents, Vector4[] Colors, Vector2[] TexCoords1)
{
    public static VertexStreams Of(Primitive primitive)
    {
        int count = primitive.Positions.Length;
        var positions = new Vector4[count];
        var normals = new Vector4[count];
        for (int i = 0; i < count; i++)
        {
            Vector2 uv = primitive.TexCoords0 is { } texCoords ? texCoords[i] : Vector2.Zero;
            positions[i] = new(primitive.Positions[i], uv.X);
            normals[i] = new(primitive.Normals[i], uv.Y);
        }

        return new(
            positions,
            normals,
            primitive.Tangents ?? Array.ConvertAll(primitive.Normals, SomeTangent),
            primitive.Colors ?? Filled(count, Vector4.One),
            primitive.TexCoords1 ?? new Vector2[count]);
    }

    // A cousin may put a normal-mapped material on a mesh that never had one.
    private static Vector4 SomeTangent(Vector3 normal)
    {
        Vector3 across = Vector3.Cross(MathF.Abs(normal.Y) < 0.9f ? Vector3.UnitY : Vector3.UnitX, normal);
        return across.LengthSquared() > 0 ? new(Vector3.Normalize(across), 1) : Vector4.UnitX + Vector4.UnitW;
    }

    private static Vector4[] Filled(int count, Vector4 value)
    {
        var values = new Vector4[count];
        Array.Fill(values, value);
        return values;
    }
}
