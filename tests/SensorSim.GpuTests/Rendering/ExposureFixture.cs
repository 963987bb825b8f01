using System.Numerics;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Randomness;
using SensorSim.Rendering;
using SensorSim.Rendering.Exposures;
using SensorSim.Rendering.Flicker;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Base of tests of exposure: planes that slide across a small image, exposed with all that their exposure needs.</summary>
public abstract class ExposureFixture : RenderingFixture
{
    protected const int Width = 160;
    protected const int Height = 48;
    protected const double Focal = 100;
    protected const double Depth = 2;

    private static readonly FlickerLayers Steady = FlickerLayers.Of([null]);

    protected static Exposure Global(double duration) => new(-duration / 2, duration, 0, 1, 100);

    // A wide bright plane whose right edge is at the image's middle at time 0 and moves to the right, pixels per second.
    protected static SceneInstance Edge(double pixelsPerSecond) => Moving(
        new SceneBuilder(), builder => builder.Add(Shapes.Quad(8, Glowing(builder)), At(-4, 0, -Depth)), pixelsPerSecond);

    protected static SceneInstance Bar(double pixelsPerSecond) => Moving(
        new SceneBuilder(), builder => builder.Add(Shapes.Quad(0.4f, Glowing(builder)), At(0.003, 0.007, -Depth)), pixelsPerSecond);

    private static int Glowing(SceneBuilder builder) => builder.Add(Material.Default with { BaseColor = Vector4.One, Unlit = true });

    private protected static SceneInstance Moving(SceneBuilder builder, Action<SceneBuilder> fill, double pixelsPerSecond)
    {
        fill(builder);
        SceneInstance scene = builder.Build();
        return scene with { Motion = new Sliding(scene.NodeToWorld, pixelsPerSecond * Depth / Focal) };
    }

    internal static RenderedView Expose(
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

    /// <summary>Sum of differences, by the sum of the first.</summary>
    internal static double Difference(RenderedView a, RenderedView b) =>
        a.AllRadiance.Zip(b.AllRadiance).Sum(pair => Math.Abs((double)pair.First.X - pair.Second.X)) / a.AllRadiance.Sum(value => (double)value.X);

    private sealed class Sliding(IReadOnlyList<Matrix4x4d> start, double metresPerSecond) : ISceneMotion
    {
        public bool Moves => metresPerSecond != 0;

        public IReadOnlySet<int> MovingNodes => Moves ? new HashSet<int> { 0 } : new HashSet<int>();

        public ScenePose At(double seconds) => new(
            [Matrix4x4d.FromTranslation(new(metresPerSecond * seconds, 0, 0)) * start[0], .. start.Skip(1)], () => new Dictionary<int, DeformedMesh>());
    }
}
