using System.Globalization;
using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>What white materials return of uniform light: the numbers of docs/materials.md.</summary>
internal sealed class Furnace : RenderingFixture
{
    private const double Distance = 1000;
    private const double PixelsPerMetre = 24;

    public static float[] Roughnesses { get; } = [0.05f, 0.25f, 0.5f, 0.75f, 1];

    /// <summary>Lamps are points: a narrow lobe falls between them.</summary>
    public static float[] RoughnessesOfLamps { get; } = [0.5f, 1];

    public static (string Name, Material Material)[] Materials { get; } = CreateMaterials();

    /// <summary>Least, mean and greatest radiance of spheres in a white room, by material and roughness.</summary>
    public static (float Least, float Mean, float Greatest)[][] InEnvironment(int msaa)
    {
        var builder = new SceneBuilder { Environment = new("uniform", 1, 0) };
        Place(builder, Materials, Roughnesses, material => Shapes.Sphere(material, 32), Quaterniond.Identity, 0.45);
        return Look(builder, Materials.Length, Roughnesses.Length, EquirectangularImage.Uniform(Vector3.One), msaa);
    }

    /// <summary>Radiance of plates under <see cref="LampSky"/>. Glass has nothing but lamps behind it: opaque plates are seen apart.</summary>
    public static float[][] UnderLamps(double degrees) =>
    [
        .. Materials.GroupBy(material => material.Material.Transmission is null).SelectMany(group =>
        {
            (string, Material)[] materials = [.. group];
            var builder = new SceneBuilder();
            Place(builder, materials, RoughnessesOfLamps, material => Shapes.Quad(0.8f, material), Quaterniond.FromAxisAngle(Vector3d.UnitX, degrees * Math.PI / 180), 0.9);
            LampSky.AddTo(builder);
            return Look(builder, materials.Length, RoughnessesOfLamps.Length, environment: null, msaa: 1).Select(row => row.Select(cell => cell.Mean).ToArray());
        }),
    ];

    /// <summary>The rows of the table.</summary>
    public static IEnumerable<string> Rows((float Least, float Mean, float Greatest)[][] environment, float[][] lamps) => Materials.Select((material, i) =>
        $"| {material.Name} | {string.Join(" | ", environment[i].Select(cell => Text(cell.Mean)))} | {string.Join(" | ", lamps[i].Select(Text))} |");

    private static string Text(float value) => value.ToString("F3", CultureInfo.InvariantCulture);

    private static (string, Material)[] CreateMaterials()
    {
        Material dielectric = Material.Default with { Metallic = 0 }, metal = Material.Default;
        Material glass = dielectric with { Transmission = new(1, null) };
        var sheen = new Sheen(Vector3.One, null, 0.5f, null);
        var coat = new Clearcoat(1, null, 0.4f, null, null);
        var film = new Iridescence(1, null, 1.3f, 100, 400, null);
        var brushed = new Anisotropy(0.8f, 0, null);
        return
        [
            ("dielectric", dielectric),
            ("half metal", Material.Default with { Metallic = 0.5f }),
            ("metal", metal),
            ("dielectric, ior 2", dielectric with { Ior = 2 }),
            ("dielectric, specular 0.5", dielectric with { Specular = new(0.5f, null, Vector3.One, null) }),
            ("dielectric, specular colour (1, 0.5, 0)", dielectric with { Specular = new(1, null, new(1, 0.5f, 0), null) }),
            ("dielectric, sheen of roughness 0.5", dielectric with { Sheen = sheen }),
            ("metal, sheen of roughness 0.5", metal with { Sheen = sheen }),
            ("dielectric, clearcoat of roughness 0.4", dielectric with { Clearcoat = coat }),
            ("metal, clearcoat of roughness 0.4", metal with { Clearcoat = coat }),
            ("dielectric, film of 400 nm", dielectric with { Iridescence = film }),
            ("metal, film of 400 nm", metal with { Iridescence = film }),
            ("metal, anisotropy 0.8", metal with { Anisotropy = brushed }),
            ("glass", glass),
            ("glass with a volume", glass with { Volume = new(0.2f, null, float.PositiveInfinity, Vector3.One) }),
            ("glass, everything above", glass with { Sheen = sheen, Clearcoat = coat, Iridescence = film, Anisotropy = brushed }),
        ];
    }

    private static void Place(
        SceneBuilder builder, (string Name, Material Material)[] materials, float[] roughnesses, Func<int, Primitive> shape, Quaterniond turn, double scale)
    {
        for (int i = 0; i < materials.Length * roughnesses.Length; i++)
        {
            (int row, int column) = (i / roughnesses.Length, i % roughnesses.Length);
            int material = builder.Add(materials[row].Material with { Roughness = roughnesses[column] });
            Vector3d at = new(column - ((roughnesses.Length - 1) / 2.0), ((materials.Length - 1) / 2.0) - row, -Distance);
            builder.Add(shape(material), Matrix4x4d.FromTrs(at, turn, new(scale, scale, scale)));
        }
    }

    private static (float Least, float Mean, float Greatest)[][] Look(SceneBuilder builder, int rows, int columns, EquirectangularImage? environment, int msaa)
    {
        SensorSim.Cameras.CameraView camera = Camera((int)(columns * PixelsPerMetre), (int)(rows * PixelsPerMetre), PixelsPerMetre * Distance);
        RenderedView view = Render(builder.Build(), camera, Settings with { Msaa = msaa, ShadowMapSide = 0 }, environment);
        return [.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, columns).Select(column => Statistics(view, (row * columns) + column + 1)).ToArray())];
    }

    // Of all channels, within the silhouette: pixels at an edge mix with what is behind them.
    private static (float Least, float Mean, float Greatest) Statistics(RenderedView view, int id)
    {
        var values = new List<float>();
        for (int y = 1; y < view.Height - 1; y++)
        {
            for (int x = 1; x < view.Width - 1; x++)
            {
                if (view.InstanceAt(x, y) == id && view.InstanceAt(x - 1, y) == id && view.InstanceAt(x + 1, y) == id
                    && view.InstanceAt(x, y - 1) == id && view.InstanceAt(x, y + 1) == id)
                {
                    Vector3 seen = view.RadianceAt(x, y);
                    values.AddRange([seen.X, seen.Y, seen.Z]);
                }
            }
        }

        return (values.Min(), values.Average(), values.Max());
    }
}
