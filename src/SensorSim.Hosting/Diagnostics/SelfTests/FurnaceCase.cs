using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;

namespace SensorSim.Hosting.Diagnostics.SelfTests;

/// <summary>A white rough sphere in light of 1 nit from all around gives back 1 nit everywhere: no energy is lost or made.</summary>
public sealed class FurnaceCase : ISelfTestCase
{
    private const int Side = 64;

    public string Name => "furnace";

    public IEnumerable<Measurement> Measure(SelfTestBench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        yield return new("mean radiance of a white rough dielectric sphere, nit", 1, MeanRadiance(bench, metallic: 0), 0.01);
        yield return new("mean radiance of a white rough metal sphere, nit", 1, MeanRadiance(bench, metallic: 1), 0.01);
    }

    private static double MeanRadiance(SelfTestBench bench, float metallic)
    {
        Scene scene = KnownScene.Of(new Material { Metallic = metallic, Roughness = 1 }, KnownScene.Sphere(rings: 32, sectors: 64));
        var camera = new CameraView("front", CameraIntrinsics.FromVerticalFieldOfView(Side, Side, 0.8), CameraView.LookAt(new(0, 0, 3), Vector3d.Zero));
        using var renderer = new FrameRenderer(bench.Device, bench.Shaders, scene, new() { Labels = LabelKinds.Instance });
        renderer.LoadEnvironment(new(2, 1, [Vector3.One, Vector3.One]));
        using FrameOutput frame = renderer.Submit(new(KnownScene.Instance(scene), [new(camera, new RadianceReadback())])).Wait();
        ushort[] ids = MemoryMarshal.Cast<byte, ushort>(frame.Views[0].Instance!.Value.Bytes.Span).ToArray();
        Vector4[] radiance = MemoryMarshal.Cast<byte, Vector4>(frame.Views[0].Consumed.Span).ToArray();
        return radiance.Where((_, pixel) => ids[pixel] == 1).Average(pixel => (pixel.X + pixel.Y + pixel.Z) / 3);
    }
}
