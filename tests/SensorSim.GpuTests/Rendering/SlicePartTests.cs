using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Lights;
using SensorSim.Randomness;
using SensorSim.Rendering;
using SensorSim.Rendering.Exposures;
using SensorSim.Rendering.Flicker;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Slices of an exposure render what may change, in rows that are open, and the image is what whole slices add up to.</summary>
public sealed class SlicePartTests : RenderingFixture
{
    private const int Width = 192;
    private const int Height = 128;
    private const double Length = 0.01;

    private static readonly Exposure Rolling = new(-0.006, 0.004, 0.008 / Height, 1, 100);
    private static readonly Exposure Global = new(-Length / 2, Length, 0, 1, 100);
    private static readonly CameraView Above = Camera(Width, Height, 170) with { CameraToWorld = CameraView.LookAt(new(0, 4, 3.2), new(0, 0, -0.2)) };

    private static readonly FlickerLayers Flicker = FlickerLayers.Of([new LampWaveform(new Mains(), new Mains.Parameters())]);

    private static IEnumerable<TestCaseData> Lamps()
    {
        Light sun = new() { Kind = LightKind.Directional, Intensity = 3 }, bulb = new() { Kind = LightKind.Point, Intensity = 30 };
        Light spot = new() { Kind = LightKind.Spot, Intensity = 60, OuterConeAngle = 0.7, InnerConeAngle = 0.3 };
        Vector3d slanting = new(-2, 2.2, 1), high = new(-1, 3, 0.5);
        yield return new TestCaseData(sun, slanting, 1).SetArgDisplayNames("sun");
        yield return new TestCaseData(sun, slanting, 4).SetArgDisplayNames("sun, four samples");
        yield return new TestCaseData(sun with { AngularDiameterDegrees = 12 }, slanting, 1).SetArgDisplayNames("wide sun");
        yield return new TestCaseData(bulb, high, 1).SetArgDisplayNames("bulb");
        yield return new TestCaseData(bulb with { RadiusMetres = 0.1 }, high, 1).SetArgDisplayNames("large bulb");
        yield return new TestCaseData(spot, high, 1).SetArgDisplayNames("spot");
    }

    [TestCaseSource(nameof(Lamps))]
    public void PartsAddUpToWhatWholeSlicesDo(Light lamp, Vector3d from, int msaa)
    {
        SceneInstance scene = Yard(lamp, from, metresPerSecond: 20);
        (RenderedView parts, long pixels, PixelRectangle changing) = Expose(scene, Rolling, Above, msaa, rendersWhole: false);
        (RenderedView whole, long all, _) = Expose(scene, Rolling, Above, msaa, rendersWhole: true);
        RenderedView still = Render(scene, Above, Settings with { Msaa = msaa });
        int[] differing = [.. Enumerable.Range(0, Width * Height).Where(i => Differs(parts.AllRadiance[i].X, whole.AllRadiance[i].X, 1e-3))];
        Assert.Multiple(() =>
        {
            // An edge that rounding moves across a sample changes that pixel in one slice.
            Assert.That(differing, Has.Length.LessThan(8), "pixels of another value");
            Assert.That(changing.Area, Is.InRange(1, Width * Height / 3), "what may change");
            Assert.That(pixels, Is.LessThan(all / 6), "pixels rendered");
            Assert.That(Enumerable.Range(0, Width * Height).Count(i => Differs(whole.AllRadiance[i].X, still.AllRadiance[i].X, 0.1)), Is.GreaterThan(50), "something moves");
        });
    }

    [Test]
    public void WhatStandsStill_IsRenderedOnce_AlsoUnderAFlickeringLamp()
    {
        SceneInstance scene = Yard(new Light { Kind = LightKind.Directional, Intensity = 3 }, new(-2, 2.2, 1), metresPerSecond: 20);
        ExposureSlice[] slices = [.. Slices(new SlicedExposure(scene, new(_ => Above, Global, null)))];
        SliceView[] whole = [.. slices.Select(slice => slice.Views[0]!).Where(view => view.Part is null)];
        Assert.Multiple(() =>
        {
            Assert.That(whole, Has.Length.EqualTo(1));
            Assert.That(slices.Skip(1).Select(slice => slice.Views[0]!.Part), Is.All.EqualTo(whole[0].Omitted), "what one leaves out the others render");
            Assert.That(whole[0].RowWeights[0], Is.EqualTo(1).Within(1e-12), "steady light counts fully");
            Assert.That(slices[0].Samples, Is.Null);
        });
        for (int i = 0; i < whole[0].RowWeights.Length; i++)
        {
            Assert.That(slices.Skip(1).Sum(slice => slice.Views[0]!.RowWeights[i]), Is.EqualTo(whole[0].RowWeights[i]).Within(1e-12), "the sum of the slices' weights");
        }
    }

    [Test]
    public void SmoothSlices_AgreeWithTheStillPart()
    {
        SceneInstance scene = Yard(new Light { Kind = LightKind.Directional, Intensity = 3 }, new(-2, 2.2, 1), metresPerSecond: 200);
        (RenderedView parts, _, PixelRectangle changing) = Expose(scene, Global, Above, 4, rendersWhole: false);
        (RenderedView whole, _, _) = Expose(scene, Global, Above, 4, rendersWhole: true);
        double inside = 0, outside = 0, sum = whole.AllRadiance.Sum(value => (double)value.X);
        for (int i = 0; i < Width * Height; i++)
        {
            double difference = Math.Abs(parts.AllRadiance[i].X - whole.AllRadiance[i].X);
            (int x, int y) = (i % Width, i / Width);
            bool isInside = x >= changing.X && x < changing.Right && y >= changing.Y && y < changing.Bottom;
            (inside, outside) = isInside ? (Math.Max(inside, difference), outside) : (inside, outside + difference);
        }

        Assert.Multiple(() =>
        {
            Assert.That(inside, Is.LessThan(0.01), "inside: the same slices");
            Assert.That(outside / sum, Is.LessThan(0.004), "outside: another pattern of samples");
        });
    }

    [Test]
    public void WithARollingShutter_SlicesRenderOpenRows()
    {
        SceneInstance scene = Yard(new Light { Kind = LightKind.Directional, Intensity = 3 }, new(-2, 2.2, 1), metresPerSecond: 20);
        var exposure = new Exposure(-0.0055, 0.001, 0.01 / Height, 1, 100);
        CameraView Carried(SceneInstance instant) => Above with { CameraToWorld = At(0.2 * instant.NodeToWorld[0].M14, 0, 0) * Above.CameraToWorld };
        var sliced = new SlicedExposure(scene, new(Carried, exposure, null));
        long pixels = Slices(sliced).Sum(PixelsOf);

        // Each row is open for a thousandth of eleven, and slices cut that at both ends.
        Assert.That((double)pixels / (sliced.Count * Width * Height), Is.EqualTo(1.0 / 11).Within(0.03));
    }

    [TestCase("lens")]
    [TestCase("camera")]
    [TestCase("lamp")]
    [TestCase("glow")]
    [TestCase("occlusion")]
    [TestCase("transmission")]
    public void WhereAnythingMayChange_TheWholeImageIsRendered(string why)
    {
        SceneInstance scene = Yard(new Light { Kind = LightKind.Directional, Intensity = 3 }, new(-2, 2.2, 1), metresPerSecond: 20, movesLamp: why == "lamp");
        scene = why switch
        {
            "glow" => scene with { EmissiveLights = true },
            "occlusion" => scene with { Environment = new(EnvironmentLight.Studio, 1, 0) { AmbientOcclusion = new(0.5) } },
            "transmission" => scene with { Materials = [scene.Materials[0] with { Transmission = new(1, null) }, .. scene.Materials.Skip(1)] },
            _ => scene,
        };
        CameraView Carried(SceneInstance instant) => why == "camera" ? Above with { CameraToWorld = At(instant.NodeToWorld[0].M14, 0, 0) * Above.CameraToWorld } : Above;
        var lens = why == "lens" ? new ThinLens(0.05, 2) : null;
        Assert.That(Slices(new SlicedExposure(scene, new(Carried, Global, lens))).Select(slice => slice.Views[0]!.Part), Is.All.Null);
    }

    // A floor with pillars and a wall, over which a small ball flies. It is node 0, and the lamp the last one.
    private static SceneInstance Yard(Light lamp, Vector3d from, double metresPerSecond, bool movesLamp = false)
    {
        var builder = new SceneBuilder();
        int grey = builder.Add(Material.Default with { Metallic = 0, BaseColor = new(0.6f, 0.6f, 0.6f, 1) }), red = builder.Add(Material.Default with { Metallic = 0, Roughness = 0.4f, BaseColor = new(0.8f, 0.1f, 0.1f, 1) });
        builder.Add(Shapes.Sphere(red, 8), Matrix4x4d.FromTrs(new(-0.3, 0.5, 0), Quaterniond.Identity, new(0.15, 0.15, 0.15)));
        builder.Add(Shapes.Quad(8, grey), Turned(Vector3d.UnitX, -90, Vector3d.Zero));
        int pillar = builder.AddMesh(Shapes.Cube(0.3f, grey));
        for (int i = 0; i < 9; i++)
        {
            builder.Add(pillar, At(-1.2 + (1.2 * (i % 3)), 0.15, -1.2 + (1.2 * (i / 3))));
        }

        SceneInstance scene = builder.Add(lamp, Aimed(from, Vector3d.Zero)).Build();
        return scene with { Motion = new Flying(scene.NodeToWorld, metresPerSecond, movesLamp) };
    }

    private static IEnumerable<ExposureSlice> Slices(SlicedExposure exposure) =>
        SlicedExposure.Together([exposure], Flicker, new(RandomKey.ForFrames(7, 0, "camera"), 0, 0, 1));

    private static long PixelsOf(ExposureSlice slice) => slice.Views[0]!.Part?.Area ?? Width * Height;

    private static (RenderedView View, long Pixels, PixelRectangle Changing) Expose(SceneInstance scene, Exposure exposure, CameraView camera, int msaa, bool rendersWhole)
    {
        ExposureSlice[] slices = [.. Slices(new SlicedExposure(scene, new(_ => camera, exposure, null), rendersWhole))];
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings with { Msaa = msaa, Labels = LabelKinds.None });
        FrameRequest request = new(scene, [new(camera, new RadianceReadback()) { IsSliced = true }])
        {
            LayerWeights = [Flicker.WeightsOf(0)],
            Slices = slices,
        };
        using FrameOutput output = renderer.Submit(request).Wait();
        return (new(output.Views[0]), slices.Sum(PixelsOf), slices[0].Views[0]!.Omitted);
    }

    private static bool Differs(double a, double b, double share) => Math.Abs(a - b) > share * Math.Max(0.02, Math.Max(a, b));

    private sealed class Flying(IReadOnlyList<Matrix4x4d> start, double metresPerSecond, bool movesLamp) : ISceneMotion
    {
        public bool Moves => true;

        public IReadOnlySet<int> MovingNodes => movesLamp ? new HashSet<int> { 0, start.Count - 1 } : new HashSet<int> { 0 };

        public ScenePose At(double seconds)
        {
            Matrix4x4d step = Matrix4x4d.FromTranslation(new(metresPerSecond * seconds, 0, 0));
            return new([step * start[0], .. start.Skip(1).SkipLast(1), movesLamp ? step * start[^1] : start[^1]], () => new Dictionary<int, DeformedMesh>());
        }
    }

    private sealed class Mains : LightWaveform<Mains.Parameters>
    {
        public override double Integral(Parameters parameters, double startSeconds, double endSeconds) => throw new NotSupportedException("It lists its harmonics.");

        public override double Value(Parameters parameters, double seconds) => 1 + (0.8 * Math.Cos(2 * Math.PI * 100 * seconds));

        public override double Mean(Parameters parameters) => 1;

        public override IReadOnlyList<Harmonic> Harmonics(Parameters parameters) => [new(100, 0.8, 0)];

        public sealed record Parameters;
    }
}
