using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Hosting.Diagnostics.SelfTests;

/// <summary>Scenes made of numbers, so that what a camera sees of them can be computed by hand.</summary>
internal static class KnownScene
{
    /// <summary>One object for each mesh, all with one material, each at the origin.</summary>
    public static Scene Of(Material material, params IEnumerable<Primitive> primitives)
    {
        Mesh[] meshes = [.. primitives.Select(primitive => new Mesh(null, [primitive]))];
        Node[] nodes = [.. meshes.Select((_, i) => new Node(FormattableString.Invariant($"object_{i}"), null, Matrix4x4d.Identity, i, null, null, null, InScene: true))];
        return new("self-test", nodes, meshes, [material], [], [], [], []);
    }

    /// <summary>The scene as it is, in light from all around that the renderer was given; no lamps.</summary>
    public static SceneInstance Instance(Scene scene) => new(
        scene,
        0,
        scene.WorldTransforms([.. scene.Nodes.Select(node => node.LocalTransform)]),
        scene.Materials,
        [],
        new EnvironmentLight(EnvironmentLight.Studio, 1, 0),
        new Dictionary<string, JsonNode?>(StringComparer.Ordinal));

    /// <summary>A rectangle in the plane z = <paramref name="z"/> that faces +Z.</summary>
    public static Primitive Rectangle(double left, double bottom, double right, double top, double z)
    {
        Vector3 Corner(double x, double y) => new((float)x, (float)y, (float)z);
        Vector3[] positions = [Corner(left, bottom), Corner(right, bottom), Corner(right, top), Corner(left, top)];
        return new(positions, [Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ], null, null, null, null, [0, 1, 2, 0, 2, 3], 0);
    }

    /// <summary>A unit sphere around the origin.</summary>
    public static Primitive Sphere(int rings, int sectors)
    {
        Vector3[] points = [.. from ring in Enumerable.Range(0, rings + 1) from sector in Enumerable.Range(0, sectors + 1) select Point(ring, sector)];
        uint[] indices = [.. from ring in Enumerable.Range(0, rings) from sector in Enumerable.Range(0, sectors) from index in Cell(ring, sector) select (uint)index];
        return new(points, points, null, null, null, null, indices, 0);

        Vector3 Point(int ring, int sector)
        {
            (double sinPolar, double cosPolar) = Math.SinCos(Math.PI * ring / rings);
            (double sinAzimuth, double cosAzimuth) = Math.SinCos(2 * Math.PI * sector / sectors);
            return new((float)(sinPolar * sinAzimuth), (float)cosPolar, (float)(sinPolar * cosAzimuth));
        }

        int[] Cell(int ring, int sector)
        {
            int upper = (ring * (sectors + 1)) + sector, lower = upper + sectors + 1;
            return [upper, lower, lower + 1, upper, lower + 1, upper + 1];
        }
    }
}
