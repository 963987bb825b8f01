using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Composition;

/// <summary>How large a texture lies on the surfaces of each material.</summary>
internal static class TextureScale
{
    /// <summary>
    /// By material: metres on the surface for one unit of texture coordinates, the square root of all area over all area in the texture; 1 where there is none.
    /// </summary>
    public static double[] MetresPerUnit(Scene scene)
    {
        Matrix4x4d[] world = scene.WorldTransforms([.. scene.Nodes.Select(node => node.LocalTransform)]);
        double[] surface = new double[scene.Materials.Count], texture = new double[scene.Materials.Count];
        foreach ((int index, Node node) in scene.Nodes.Index().Where(node => node.Item is { Mesh: not null, InScene: true }))
        {
            foreach (Primitive primitive in scene.Meshes[node.Mesh!.Value].Primitives.Where(p => p is { Material: not null, TexCoords0: not null }))
            {
                (double metres, double units) = AreasOf(primitive, world[index]);
                surface[primitive.Material!.Value] += metres;
                texture[primitive.Material.Value] += units;
            }
        }

        return [.. surface.Zip(texture, (metres, units) => metres > 0 && units > 0 ? Math.Sqrt(metres / units) : 1)];
    }

    private static (double Metres, double Units) AreasOf(Primitive primitive, Matrix4x4d toWorld)
    {
        double metres = 0, units = 0;
        for (int i = 0; i + 2 < primitive.Indices.Length; i += 3)
        {
            (uint a, uint b, uint c) = (primitive.Indices[i], primitive.Indices[i + 1], primitive.Indices[i + 2]);
            Vector2 uvB = primitive.TexCoords0![b] - primitive.TexCoords0[a], uvC = primitive.TexCoords0[c] - primitive.TexCoords0[a];
            Vector3d origin = At(a);
            metres += Vector3d.Cross(At(b) - origin, At(c) - origin).Length / 2;
            units += Math.Abs(((double)uvB.X * uvC.Y) - ((double)uvB.Y * uvC.X)) / 2;
        }

        return (metres, units);

        Vector3d At(uint vertex)
        {
            Vector3 p = primitive.Positions[vertex];
            return toWorld.TransformPoint(new(p.X, p.Y, p.Z));
        }
    }
}
