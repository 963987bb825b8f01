using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>The layers that extensions add to a material, against analysis.</summary>
public sealed class MaterialLayerTests : RenderingFixture
{
    private static EquirectangularImage White { get; } = EquirectangularImage.Uniform(Vector3.One);

    // Reflects nothing but what its layers do.
    private static Material Black { get; } = Material.Default with { BaseColor = new(0, 0, 0, 1), Metallic = 0, Specular = new(0, null, Vector3.One, null) };

    private static IEnumerable<Material> WithoutEffect =>
    [
        Material.Default with { Ior = 1.5f, Specular = new(1, null, Vector3.One, null) },
        Material.Default with { Clearcoat = new(0, null, 0.3f, null, null) },
        Material.Default with { Sheen = new(Vector3.Zero, null, 1, null) },
        Material.Default with { Iridescence = new(0, null, 1.3f, 100, 400, null) },
        Material.Default with { Anisotropy = new(0, 1, null) },
        Material.Default with { Transmission = new(0, null), Volume = new(1, null, 1, Vector3.Zero), Dispersion = 1 },
    ];

    [TestCaseSource(nameof(WithoutEffect))]
    public void LayerWithoutEffect_DoesNotChangeABit(Material material)
    {
        RenderedView plain = RenderSphere(Material.Default with { Roughness = 0.4f, Metallic = 0.2f });
        RenderedView layered = RenderSphere(material with { Roughness = 0.4f, Metallic = 0.2f });
        Assert.That(layered.AllRadiance, Is.EqualTo(plain.AllRadiance));
    }

    [TestCase(0f)]
    [TestCase(0.5f)]
    [TestCase(1f)]
    public void LayeredShaders_AgreeWithThePlainOnes(float metallic)
    {
        // An index so near to 1.5 that the material is plain, shaded by the shaders for layers.
        Material plain = Material.Default with { BaseColor = new(0.9f, 0.5f, 0.2f, 1), Roughness = 0.3f, Metallic = metallic, Emissive = new(0.1f) };
        RenderedView expected = RenderSphere(plain), seen = RenderSphere(plain with { Ior = 1.5001f });
        for (int i = 0; i < expected.AllRadiance.Count; i++)
        {
            Assert.That(Vector4.Distance(seen.AllRadiance[i], expected.AllRadiance[i]), Is.LessThan(2e-3f * (1 + expected.AllRadiance[i].Length())), $"pixel {i}");
        }
    }

    [TestCase(1.5f, 0.04f)]
    [TestCase(2f, 1 / 9f)]
    [TestCase(1f, 0f)]
    [TestCase(0f, 1f)]
    public void Ior_GivesFresnelsReflectance(float ior, float reflectance) =>
        Assert.That(AtCentre(Black with { Ior = ior, Roughness = 0, Specular = null }).X, Is.EqualTo(reflectance).Within(0.002f));

    [Test]
    public void Specular_ScalesAndTintsTheReflection()
    {
        Material glossy = Black with { Roughness = 0, Ior = 2 };
        Vector3 seen = AtCentre(glossy with { Specular = new(0.5f, null, new(1, 0.5f, 0), null) });
        Assert.That(Vector3.Distance(seen, new Vector3(1, 0.5f, 0) / 18), Is.LessThan(0.002));
        Vector3 capped = AtCentre(glossy with { Specular = new(1, null, new(100, 0, 0), null) });
        Assert.That(capped.X, Is.EqualTo(1).Within(1e-3), "Reflectance stays at most 1.");
        Assert.That(AtCentre(Black), Is.EqualTo(Vector3.Zero));
    }

    [TestCase(1f)]
    [TestCase(0.5f)]
    public void Clearcoat_ReflectsItsFresnel_AndDimsWhatIsBelow(float factor)
    {
        Assert.That(AtCentre(Black with { Clearcoat = new(factor, null, 0, null, null) }).X, Is.EqualTo(0.04f * factor).Within(0.002f));
        Vector3 glowing = AtCentre(Black with { Emissive = new(2), Clearcoat = new(factor, null, 0, null, null) });
        Assert.That(glowing.X, Is.EqualTo((2 * (1 - (0.04f * factor))) + (0.04f * factor)).Within(0.004f));
    }

    [Test]
    public void Sheen_ReflectsAsMuchOfManyLampsAsOfTheEnvironment([Values(0.5f, 0.8f, 1f)] float roughness, [Values(0.0, 60.0)] double degrees)
    {
        // The environment's sheen is a table, that of lamps the distribution itself.
        Material cloth = Black with { Sheen = new(new(1, 0.5f, 0.25f), null, roughness, null) };
        Vector3 ofLamps = LampSky.Reflected(cloth, degrees), ofEnvironment = AtCentre(cloth, degrees);
        Assert.That(ofEnvironment.X, Is.InRange(0.01f, 1f));
        Assert.That(Vector3.Distance(ofLamps, ofEnvironment), Is.LessThan(0.02f));
        Assert.That(ofLamps.Y / ofLamps.X, Is.EqualTo(0.5f).Within(1e-3f));
    }

    [Test]
    public void FilmOfAir_OrWithoutThickness_DoesNothing()
    {
        Material metal = Material.Default with { BaseColor = new(0.9f, 0.6f, 0.3f, 1), Roughness = 0 };
        Vector3 bare = AtCentre(metal);
        Assert.That(Vector3.Distance(AtCentre(metal with { Iridescence = new(1, null, 1, 400, 400, null) }), bare), Is.LessThan(5e-3));
        Assert.That(Vector3.Distance(AtCentre(metal with { Iridescence = new(1, null, 1.6f, 0, 0, null) }), bare), Is.LessThan(5e-3));
    }

    [Test]
    public void ThickFilm_ReflectsAsTwoInterfacesWithoutInterference()
    {
        // Airy's sum of intensities: R = R1 + T1² R2 / (1 − R1 R2).
        const double Film = 1.8, Base0 = 0.25;
        double baseIor = (1 + Math.Sqrt(Base0)) / (1 - Math.Sqrt(Base0));
        double upper = Math.Pow((Film - 1) / (Film + 1), 2), lower = Math.Pow((baseIor - Film) / (baseIor + Film), 2);
        double expected = upper + ((1 - upper) * (1 - upper) * lower / (1 - (upper * lower)));
        Material metal = Material.Default with { BaseColor = new(new Vector3((float)Base0), 1), Roughness = 0 };
        Vector3 seen = AtCentre(metal with { Iridescence = new(1, null, (float)Film, 100, 50_000, null) });
        Assert.That(Vector3.Distance(seen, new((float)expected)), Is.LessThan(3e-3));
    }

    [Test]
    public void QuarterWaveFilm_IsDark_AndHalfWaveFilmIsNot()
    {
        // A film of index √n on a base of index n reflects nothing of the wavelength that is four times its optical thickness: 550 nm, green.
        const float Film = 1.5f, BaseIor = 2.25f;
        Material glass = Black with { Roughness = 0, Ior = BaseIor, Specular = null };
        float Green(float thickness) => AtCentre(glass with { Iridescence = new(1, null, Film, 0, thickness, null) }).Y;
        Assert.That(Green(550 / (4 * Film)), Is.LessThan(0.01f));
        Assert.That(Green(550 / (2 * Film)), Is.EqualTo(MathF.Pow((BaseIor - 1) / (BaseIor + 1), 2)).Within(0.04f));
    }

    [Test]
    public void Anisotropy_StretchesTheHighlightAlongItsDirection()
    {
        // A lamp off the mirror direction, across the tangent and along it: the tangent of a quad without one points along X.
        Vector3 Lit(Material material, Vector3d lamp)
        {
            var builder = new SceneBuilder();
            builder.Add(Shapes.Quad(1, builder.Add(material)), At(0, 0, -3));
            builder.Add(new Light { Kind = LightKind.Directional, Intensity = 1 }, Aimed(lamp, Vector3d.Zero));
            return Render(builder.Build(), Camera(9, 9, 100), Settings with { ShadowMapSide = 0 }).RadianceAt(4, 4);
        }

        Material brushed = Material.Default with { Roughness = 0.3f, Anisotropy = new(0.8f, 0, null) };
        Material turned = brushed with { Anisotropy = new(0.8f, MathF.PI / 2, null) };
        Vector3d beside = new(0.8, 0, 1), above = new(0, 0.8, 1);
        Assert.That(Lit(brushed, beside).X, Is.GreaterThan(10 * Lit(brushed, above).X));
        Assert.That(Lit(turned, above).X, Is.EqualTo(Lit(brushed, beside).X).Within(1e-3f));
        Assert.That(Lit(turned, beside).X, Is.EqualTo(Lit(brushed, above).X).Within(1e-3f));
    }

    [Test]
    public void LayerTextures_ScaleTheirFactors([Values(1, 4)] int msaa)
    {
        // Left black, right white, sampled by the second UV set with a transform that mirrors it.
        var builder = new SceneBuilder { Environment = new("uniform", 1, 0) };
        byte[] pixels = [0, 0, 0, 0, 255, 255, 255, 255];
        int texture = builder.Add(new Image("halves", 2, 1, pixels), new(false, false, MipFilter.None, TextureWrap.ClampToEdge, TextureWrap.ClampToEdge));
        var binding = new TextureBinding(texture, 1, new(-1, 0, 0, 1, 1, 0), 1);
        Material[] materials =
        [
            Black with { Clearcoat = new(1, binding, 0, null, null) },
            Black with { Sheen = new(Vector3.One, binding, 1, null) },
            Black with { Ior = 3, Roughness = 0, Specular = new(1, binding, Vector3.One, null) },
            Black with { Ior = 3, Roughness = 0, Specular = new(1, null, Vector3.One, binding) },
            Black with { Ior = 3, Roughness = 0, Specular = null, Iridescence = new(1, binding, 1.7320508f, 0, 550 / (4 * 1.7320508f), null) },
            Black with { BaseColor = Vector4.One, Specular = new(0, null, Vector3.One, null), Transmission = new(1, binding), Volume = new(1, null, 1, Vector3.Zero) },
        ];
        for (int i = 0; i < materials.Length; i++)
        {
            Primitive quad = Shapes.Quad(1, builder.Add(materials[i]));
            builder.Add(quad with { TexCoords1 = quad.TexCoords0 }, At((1.2 * i) - 3, 0, -4));
        }

        RenderedView view = Render(builder.Build(), Camera(241, 41, 120), Settings with { Msaa = msaa }, White);
        for (int i = 0; i < materials.Length; i++)
        {
            int centre = 120 + (int)Math.Round(((1.2 * i) - 3) * 30);
            float white = view.RadianceAt(centre - 7, 20).X, black = view.RadianceAt(centre + 7, 20).X;
            Assert.That(MathF.Abs(white - black), Is.GreaterThan(0.03f), $"material {i}");
            Assert.That(i < 4 ? white : black, Is.GreaterThan(i < 4 ? black : white), $"material {i}: the mirrored right half is white.");
        }
    }

    [Test]
    public void LightSplitOverFlickerLayers_AddsUp([Values(1, 4)] int msaa)
    {
        const int Layers = 10;
        var builder = new SceneBuilder { Environment = new("studio", 1, 0) };
        Material coated = Material.Default with { Roughness = 0.4f, Clearcoat = new(1, null, 0.1f, null, null), Sheen = new(new(0.5f), null, 0.5f, null) };
        builder.Add(Shapes.Sphere(builder.Add(coated with { Anisotropy = new(0.5f, 0, null) }), 24), At(-1, 0, -4));
        builder.Add(Shapes.Sphere(builder.Add(coated with { Metallic = 0, Transmission = new(0.7f, null), Volume = new(1, null, 1, new(0.5f)), DoubleSided = true }), 24), At(1, 0, -3));
        builder.Add(new Light { Kind = LightKind.Point, Intensity = 20 }, Aimed(new(0, 2, -1), Vector3d.Zero));
        SceneInstance scene = builder.Build();
        double[] weights = [.. Enumerable.Range(0, Layers).Select(k => (k + 1) / 55.0)];
        RenderedView Seen(params double[][]? layers) => Render(scene, Camera(48, 32, 40), Settings with { Msaa = msaa }, StudioEnvironment.Create(), layers);
        RenderedView whole = Seen(null), split = Seen(weights);
        for (int i = 0; i < 48 * 32; i++)
        {
            (int x, int y) = (i % 48, i / 48);
            Vector3 sum = Enumerable.Range(0, Layers).Select(k => split.RadianceAt(x, y, k)).Aggregate(Vector3.Add);
            Assert.That(Vector3.Distance(sum, whole.RadianceAt(x, y)), Is.LessThan(2e-4 * (1 + sum.Length())), $"({x}, {y})");
        }
    }

    private static RenderedView RenderSphere(Material material)
    {
        var builder = new SceneBuilder { Environment = new("studio", 1, 0) };
        builder.Add(Shapes.Sphere(builder.Add(material)), At(0, 0, -3));
        builder.Add(new Light { Kind = LightKind.Directional, Intensity = 2 }, Aimed(new(1, 2, 2), Vector3d.Zero));
        return Render(builder.Build(), Camera(48, 48, 60), environment: StudioEnvironment.Create());
    }

    // A quad in a white room, seen at an angle to its normal.
    private static Vector3 AtCentre(Material material, double degrees = 0)
    {
        var builder = new SceneBuilder { Environment = new("uniform", 1, 0) };
        builder.Add(Shapes.Quad(1, builder.Add(material)), Turned(Vector3d.UnitX, degrees, new(0, 0, -3)));
        return Render(builder.Build(), Camera(9, 9, 100), environment: White).RadianceAt(4, 4);
    }
}
