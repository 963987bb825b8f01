using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>
/// Small triangles are culled one by one on software devices. Materials with an alpha test that everything passes are drawn without culling: both must show the same.
/// </summary>
public sealed class CullingTests : RenderingFixture
{
    private const int Rings = 40; // 6,400 triangles each, more than there are pixels

    [Test]
    public void CulledTriangles_LeaveTheSameLabels()
    {
        RenderedView culled = Render(Crowd(AlphaMode.Opaque), Camera(96, 64, 60)), whole = Render(Crowd(AlphaMode.Mask), Camera(96, 64, 60));
        Assert.That(Enumerable.Range(1, 5).Select(culled.VisiblePixels), Has.All.GreaterThan(100));
        Assert.That(culled.Instance, Is.EqualTo(whole.Instance));
        Assert.That(culled.Depth, Is.EqualTo(whole.Depth));
        Assert.That(culled.Normal, Is.EqualTo(whole.Normal));
        Assert.That(culled.Coverage, Is.EqualTo(whole.Coverage));
        Assert.That(culled.AllRadiance, Is.EqualTo(whole.AllRadiance), "Every material has its own colour.");
    }

    [Test]
    public void FourSamples_OfCulledTriangles_AverageTheSame()
    {
        RenderSettings settings = Settings with { Msaa = 4 };
        RenderedView culled = Render(Crowd(AlphaMode.Opaque), Camera(96, 64, 60), settings), whole = Render(Crowd(AlphaMode.Mask), Camera(96, 64, 60), settings);
        Assert.That(culled.Instance, Is.EqualTo(whole.Instance));
        Assert.That(culled.Coverage, Is.EqualTo(whole.Coverage));
        float largest = culled.AllRadiance.Zip(whole.AllRadiance, Vector4.Distance).Max();
        Assert.That(largest, Is.LessThan(1e-6f), "Unlit: samples are counted, not shaded.");
        int mixed = culled.AllRadiance.Count(value => value.Y is > 0 and < 0.5f);
        Assert.That(mixed, Is.GreaterThan(50), "Edges over the dark background.");
    }

    [Test]
    public void FourSamples_LitByTheEnvironment_ShadeAlike()
    {
        RenderSettings settings = Settings with { Msaa = 4 };
        RenderedView culled = Lit(AlphaMode.Opaque), whole = Lit(AlphaMode.Mask);
        double difference = culled.AllRadiance.Zip(whole.AllRadiance, Vector4.Distance).Average(), mean = whole.AllRadiance.Average(value => value.Y);
        Assert.That(difference, Is.LessThan(1e-2 * mean), "Rasterizers shade at some covered sample, culled triangles in the middle of all.");

        RenderedView Lit(AlphaMode mode)
        {
            var builder = new SceneBuilder { Environment = new(EnvironmentLight.Studio, 1, 0) };
            int material = builder.Add(Material.Default with { BaseColor = new(0.6f, 0.4f, 0.2f, 1), Roughness = 0.5f, AlphaMode = mode, AlphaCutoff = 0 });
            builder.Add(Shapes.Sphere(material, Rings), At(0, 0, -3));
            return Render(builder.Build(), Camera(64, 64, 60), settings, StudioEnvironment.Create());
        }
    }

    // In front of one another, mirrored, seen from inside with both sides, cut by the image's border, behind the camera, and around it.
    private static SceneInstance Crowd(AlphaMode mode)
    {
        var builder = new SceneBuilder();
        Matrix4x4d[] poses =
        [
            At(0, 0, -4), At(0.6, 0.3, -3), Scaled(new(-1.5, 0, -3.5), new(-0.7, 1, 0.8)), At(2, -1, -3), Scaled(Vector3d.Zero, new(9, 9, 9)), At(0, 0, 5),
        ];
        for (int i = 0; i < poses.Length; i++)
        {
            bool isAround = i == 4;
            int material = builder.Add(Material.Default with
            {
                BaseColor = new(0.1f * i, 0.5f, 1 - (0.1f * i), 1), Unlit = true, DoubleSided = isAround, AlphaMode = mode, AlphaCutoff = 0,
            });
            builder.Add(isAround ? HalfSphere(material) : Shapes.Sphere(material, Rings), poses[i]);
        }

        return builder.Build();
    }

    private static Matrix4x4d Scaled(Vector3d at, Vector3d scale) => Matrix4x4d.FromTrs(at, Quaterniond.Identity, scale);

    // The upper part, so that the background shows too.
    private static Primitive HalfSphere(int material)
    {
        Primitive whole = Shapes.Sphere(material, Rings);
        return whole with { Indices = whole.Indices[..(whole.Indices.Length / 2)] };
    }
}
