using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Lights;
using SensorSim.Rendering;
using SensorSim.Rendering.Flicker;
using SensorSim.Scenes.Model;
using SensorSim.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>A frame is the integral over each row's exposure: motion, a flickering lamp and a rolling shutter together.</summary>
public sealed class ExposureTests : ExposureFixture
{
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

    private static SceneInstance LitBar(double pixelsPerSecond) => Moving(
        new SceneBuilder(),
        builder => builder.Add(Shapes.Quad(4, builder.Add(Material.Default with { Metallic = 0 })), At(-2, 0, -Depth))
            .Add(new Light { Kind = LightKind.Directional, Intensity = 3 }, Aimed(new(0.3, 0.2, 1), Vector3d.Zero)),
        pixelsPerSecond);

    private sealed class Mains : LightWaveform<Mains.Parameters>
    {
        public override double Integral(Parameters parameters, double startSeconds, double endSeconds) => throw new NotSupportedException("It lists its harmonics.");

        public override double Value(Parameters parameters, double seconds) => 1 + (0.8 * Math.Cos(2 * Math.PI * 100 * seconds));

        public override double Mean(Parameters parameters) => 1;

        public override IReadOnlyList<Harmonic> Harmonics(Parameters parameters) => [new(100, 0.8, 0)];

        public sealed record Parameters;
    }
}
