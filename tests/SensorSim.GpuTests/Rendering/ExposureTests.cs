using System.Numerics;
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

/// <summary>A frame is the integral over each row's exposure: motion blur, rolling shutter, defocus and flicker have their known answers.</summary>
public sealed class ExposureTests : RenderingFixture
{
    private const int Width = 160;
    private const int Height = 48;
    private const double Focal = 100;
    private const double Depth = 2;

    private static readonly FlickerLayers Steady = FlickerLayers.Of([null]);

    [TestCase(8.0)]
    [TestCase(21.5)]
    public void MovingEdge_IsALinearRampAsWideAsItsWay(double way)
    {
        double[] spread = LineSpread(Expose(Edge(way / 0.01), Global(0.01)));
        Assert.Multiple(() =>
        {
            // MB-1: a box of the way's width, under the pixel's own.
            Assert.That(Math.Sqrt((12 * Variance(spread)) - 1), Is.EqualTo(way).Within(Math.Max(0.1, 0.01 * way)), "width");

            // MB-3: the box's first zero.
            Assert.That(FirstZero(spread, 1 / way), Is.EqualTo(1 / way).Within(0.01 / way), "first zero");
        });
    }

    [Test]
    public void Motion_KeepsTheEnergy_AndAClosedShutterSeesNone()
    {
        RenderedView moving = Expose(Bar(1500), Global(0.01)), still = Expose(Bar(0), Global(0.01)), brief = Expose(Bar(1500), Global(0));
        double Energy(RenderedView view) => view.AllRadiance.Sum(value => (double)value.X);
        Assert.Multiple(() =>
        {
            Assert.That(Energy(moving), Is.EqualTo(Energy(still)).Within(1e-3 * Energy(still)), "MB-2");
            Assert.That(Difference(moving, still), Is.GreaterThan(0.05), "MB-4: an open shutter sees motion");
            Assert.That(Difference(brief, still), Is.LessThan(0.01), "a shutter without duration sees none");
        });
    }

    [TestCase(4e-5)]
    [TestCase(0.0)]
    public void RollingShutter_SlantsAVerticalEdge(double rowTime)
    {
        const double Speed = 8000;
        RenderedView view = Expose(Edge(Speed), new(-(0.0005 / 2) - ((Height - 1) / 2.0 * rowTime), 0.0005, rowTime, 1, 100));

        // The edge's place in a row is the sum of the row: everything on one side shines.
        double[] place = [.. Enumerable.Range(0, Height).Select(y => Enumerable.Range(0, Width).Sum(x => (double)view.RadianceAt(x, y).X))];
        double mean = (Height - 1) / 2.0, slope = 0, scale = 0;
        for (int y = 0; y < Height; y++)
        {
            slope += (y - mean) * place[y];
            scale += (y - mean) * (y - mean);
        }

        // RS-1 and RS-2.
        Assert.That(slope / scale, Is.EqualTo(Speed * rowTime).Within(Math.Max(0.01 * Speed * rowTime, 2e-3)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void LabelsByRow_LieWhereTheRollingShutterShowsThings(bool hasLens)
    {
        const double RowTime = 4e-5;
        var exposure = new Exposure(-(0.0005 / 2) - ((Height - 1) / 2.0 * RowTime), 0.0005, RowTime, 1, 100);
        SceneInstance scene = Edge(8000);
        CameraView camera = Camera(Width, Height, Focal);
        camera = hasLens ? camera with { Intrinsics = Lenses.With(camera.Intrinsics, "lens.brown-conrady", ("k1", -0.05)) } : camera;
        IReadOnlyList<LabelRows> rows = RowLabels.Of(scene, new(_ => camera, exposure, null));
        RenderedView byRow = Expose(scene, exposure, camera: camera, rows: rows), atOnce = Expose(scene, exposure, camera: camera);
        double[] image = Places(y => Enumerable.Range(0, Width).Sum(x => (double)byRow.RadianceAt(x, y).X));
        double[] labels = Places(y => Enumerable.Range(0, Width).Count(x => byRow.InstanceAt(x, y) == 1));
        double[] depths = Places(y => Enumerable.Range(0, Width).Count(x => byRow.DepthAt(x, y) > 0));
        double[] middle = Places(y => Enumerable.Range(0, Width).Count(x => atOnce.InstanceAt(x, y) == 1));
        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.GreaterThan(Height / 2));
            Assert.That((rows[0].First, rows[^1].End), Is.EqualTo((0, Height)));
            Assert.That(labels.Zip(image, (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(0.65), "pixels between label and image");
            Assert.That(depths, Is.EqualTo(labels));
            Assert.That(middle.Zip(image, (a, b) => Math.Abs(a - b)).Max(), Is.GreaterThan(5), "labels of one instant lie elsewhere");
            Assert.That(byRow.AllRadiance, Is.EqualTo(atOnce.AllRadiance), "the image is the same");
        });
    }

    private static double[] Places(Func<int, double> inRow) => [.. Enumerable.Range(0, Height).Select(inRow)];

    [Test]
    public void LabelsByRow_AreThoseOfTheFrame_WhereNothingMoves() =>
        Assert.That(RowLabels.Of(Edge(0), new(_ => Camera(Width, Height, Focal), new(0, 0.01, 1e-4, 1, 100), null)), Is.Empty);

    [Test]
    public void Defocus_IsADiscOfTheThinLens()
    {
        // A = f / N with f = 16 mm: 8 mm; 100 pixels of focal length. Sharp at 1 m, seen at 2 m.
        var lens = new ThinLens(0.24, 1);
        double disc = lens.BlurPixels(Depth, Camera(Width, Height, Focal).Intrinsics);
        double[] spread = LineSpread(Expose(Edge(0), Global(0.01), lens));
        Assert.Multiple(() =>
        {
            Assert.That(disc, Is.EqualTo(0.24 * 100 * 0.5).Within(1e-9), "the formula");
            Assert.That(Math.Sqrt(Variance(spread) - (1 / 12.0)), Is.EqualTo(disc / 4).Within(0.02 * disc / 4), "DOF-1: second moment");
            Assert.That(FirstZero(spread, 1.2197 / disc), Is.EqualTo(1.2197 / disc).Within(0.02 * 1.2197 / disc), "DOF-1: first zero");
        });
    }

    [Test]
    public void Defocus_KeepsTheEnergy_AndLeavesTheFocusPlaneSharp()
    {
        double Energy(RenderedView view) => view.AllRadiance.Sum(value => (double)value.X);
        RenderedView sharp = Expose(Square(), Global(0.01), new ThinLens(0.24, Depth)), blurred = Expose(Square(), Global(0.01), new ThinLens(0.24, 1));
        RenderedView pinhole = Render(Square(), Camera(Width, Height, Focal), Settings with { Msaa = 4 });
        Assert.Multiple(() =>
        {
            Assert.That(Energy(blurred), Is.EqualTo(Energy(sharp)).Within(2e-3 * Energy(sharp)), "DOF-2");
            Assert.That(Enumerable.Range(0, Width * Height).Max(i => Math.Abs(sharp.AllRadiance[i].X - pinhole.AllRadiance[i].X)), Is.LessThan(0.3), "DOF-3: only edges differ");
            Assert.That(Difference(sharp, pinhole), Is.LessThan(0.005), "DOF-3");
        });
    }

    [Test]
    public void NothingThatMoves_NeedsNoSlices()
    {
        Assert.That(SlicesOf(Edge(0), Global(0.01), null).Count, Is.Zero);
        Assert.That(SlicesOf(Edge(400), Global(0.01), null).Count, Is.EqualTo(32), "eight for each pixel of a short way");
        Assert.That(SlicesOf(Edge(6000), Global(0.01), null).Count, Is.EqualTo(120), "two for each pixel of a long one");
    }

    [Test]
    public void MovingObjectUnderAFlickeringLamp_WithRollingShutter_IsWhatFourThousandInstantsAddUpTo()
    {
        const int Instants = 4096;
        SceneInstance scene = LitBar(3000);
        FlickerLayers flicker = FlickerLayers.Of([new LampWaveform(new Mains(), new Mains.Parameters())]);
        var exposure = new Exposure(-0.006, 0.004, 1.7e-4, 1, 100);
        RenderedView sliced = Expose(scene, exposure, null, flicker);

        double end = exposure.RowWindow(Height - 1).End;
        double[] sum = new double[Width * Height];
        int[] count = new int[Height];
        CameraView camera = Camera(Width, Height, Focal);
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings with { Labels = LabelKinds.None });
        for (int k = 0; k < Instants; k++)
        {
            double t = exposure.StartSeconds + ((end - exposure.StartSeconds) * (k + 0.5) / Instants);
            double[] row = [.. flicker.Layers.Select(layer => layer.Mean(t, t))];
            double light = flicker.WeightsOf(0).Zip(row).Sum(pair => pair.First * pair.Second);
            FrameRequest request = new(scene.At(t), [new(camera, new RadianceReadback())]) { LayerWeights = [[light]] };
            using FrameOutput output = renderer.Submit(request).Wait();
            var instant = new RenderedView(output.Views[0]);
            for (int y = 0; y < Height; y++)
            {
                (double open, double close) = exposure.RowWindow(y);
                if (t >= open && t < close)
                {
                    count[y]++;
                    for (int x = 0; x < Width; x++)
                    {
                        sum[(y * Width) + x] += instant.RadianceAt(x, y).X;
                    }
                }
            }
        }

        double error = 0, total = 0;
        for (int i = 0; i < sum.Length; i++)
        {
            double expected = sum[i] / count[i / Width];
            error += Math.Abs(sliced.AllRadiance[i].X - expected);
            total += expected;
        }

        Assert.That(error / total, Is.LessThan(0.005));
    }

    private static Exposure Global(double duration) => new(-duration / 2, duration, 0, 1, 100);

    // A wide bright plane whose right edge is at the image's middle at time 0 and moves to the right, pixels per second.
    private static SceneInstance Edge(double pixelsPerSecond) => Moving(
        new SceneBuilder(), builder => builder.Add(Shapes.Quad(8, Glowing(builder)), At(-4, 0, -Depth)), pixelsPerSecond);

    private static SceneInstance Bar(double pixelsPerSecond) => Moving(
        new SceneBuilder(), builder => builder.Add(Shapes.Quad(0.4f, Glowing(builder)), At(0.003, 0.007, -Depth)), pixelsPerSecond);

    private static SceneInstance Square() => Bar(0);

    private static SceneInstance LitBar(double pixelsPerSecond) => Moving(
        new SceneBuilder(),
        builder => builder.Add(Shapes.Quad(4, builder.Add(Material.Default with { Metallic = 0 })), At(-2, 0, -Depth))
            .Add(new Light { Kind = LightKind.Directional, Intensity = 3 }, Aimed(new(0.3, 0.2, 1), Vector3d.Zero)),
        pixelsPerSecond);

    private static int Glowing(SceneBuilder builder) => builder.Add(Material.Default with { BaseColor = Vector4.One, Unlit = true });

    private static SceneInstance Moving(SceneBuilder builder, Action<SceneBuilder> fill, double pixelsPerSecond)
    {
        fill(builder);
        SceneInstance scene = builder.Build();
        return scene with { Motion = new Sliding(scene.NodeToWorld, pixelsPerSecond * Depth / Focal) };
    }

    private static SlicedExposure SlicesOf(SceneInstance scene, Exposure exposure, ThinLens? lens) =>
        new(scene, new(_ => Camera(Width, Height, Focal), exposure, lens));

    private static RenderedView Expose(
        SceneInstance scene, Exposure exposure, ThinLens? lens = null, FlickerLayers? flicker = null, CameraView? camera = null, IReadOnlyList<LabelRows>? rows = null)
    {
        camera ??= Camera(Width, Height, Focal);
        FlickerLayers layers = flicker ?? Steady;
        var slices = new SlicedExposure(scene, new(_ => camera, exposure, lens));
        var random = new RandomStream(RandomKey.ForFrames(7, 0, "camera"), 0, 0, 1);
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings with { Msaa = 4 });
        FrameRequest request = new(scene, [new(camera, new RadianceReadback()) { IsSliced = slices.Count > 0 }])
        {
            LabelRows = rows ?? [],
            LayerWeights = scene.Lamps.Count == 0 ? null : [.. scene.Lamps.Select((_, lamp) => layers.WeightsOf(lamp))],
            Slices = SlicedExposure.Together([slices], layers, random),
        };
        using FrameOutput output = renderer.Submit(request).Wait();
        return new(output.Views[0]);
    }

    // Derivative of the edge's profile, averaged over rows, as a density.
    private static double[] LineSpread(RenderedView view)
    {
        double[] profile = [.. Enumerable.Range(0, Width).Select(x => Enumerable.Range(0, Height).Average(y => (double)view.RadianceAt(x, y).X))];
        double[] spread = [.. Enumerable.Range(1, Width - 1).Select(x => profile[x - 1] - profile[x])];
        double sum = spread.Sum();
        return [.. spread.Select(value => value / sum)];
    }

    private static double Variance(double[] density)
    {
        double mean = density.Select((value, x) => value * x).Sum();
        return density.Select((value, x) => value * (x - mean) * (x - mean)).Sum();
    }

    // The frequency near a guess, cycles per pixel, at which the transfer is least.
    private static double FirstZero(double[] spread, double guess)
    {
        double Transfer(double frequency)
        {
            Complex sum = Complex.Zero;
            for (int x = 0; x < spread.Length; x++)
            {
                sum += spread[x] * Complex.Exp(new(0, -2 * Math.PI * frequency * x));
            }

            return sum.Magnitude;
        }

        return Enumerable.Range(-200, 401).Select(i => guess * (1 + (i / 2000.0))).MinBy(Transfer);
    }

    private static double Difference(RenderedView a, RenderedView b) =>
        a.AllRadiance.Zip(b.AllRadiance).Sum(pair => Math.Abs((double)pair.First.X - pair.Second.X)) / a.AllRadiance.Sum(value => (double)value.X);

    private sealed class Sliding(IReadOnlyList<Matrix4x4d> start, double metresPerSecond) : ISceneMotion
    {
        public bool Moves => metresPerSecond != 0;

        public ScenePose At(double seconds) => new(
            [Matrix4x4d.FromTranslation(new(metresPerSecond * seconds, 0, 0)) * start[0], .. start.Skip(1)], () => new Dictionary<int, DeformedMesh>());
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
