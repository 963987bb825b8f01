using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;

namespace SensorSim.Hosting.Diagnostics.SelfTests;

/// <summary>A chessboard of rectangles whose edges run between pixels, each at a distance of its own: every pixel's id and depth is known.</summary>
public sealed class LabelsCase : ISelfTestCase
{
    private const int Side = 64;
    private const int CellPixels = 8;
    private const int Cells = Side / CellPixels;
    private const double Focal = Side;

    public string Name => "labels";

    public IEnumerable<Measurement> Measure(SelfTestBench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        Scene scene = KnownScene.Of(Material.Default, Enumerable.Range(0, Cells * Cells / 2).Select(Rectangle));
        var camera = new CameraView("front", new(Side, Side, Focal, Focal, (Side - 1) / 2.0, (Side - 1) / 2.0), CameraView.LookAt(Vector3d.Zero, new(0, 0, -1)));
        var settings = new RenderSettings { Labels = LabelKinds.Depth | LabelKinds.Instance, DepthFormat = DepthFormat.Metres };
        using var renderer = new FrameRenderer(bench.Device, bench.Shaders, scene, settings);
        using FrameOutput frame = renderer.Submit(new(KnownScene.Instance(scene), [new(camera, null)])).Wait();
        ushort[] ids = MemoryMarshal.Cast<byte, ushort>(frame.Views[0].Instance!.Value.Bytes.Span).ToArray();
        float[] depths = MemoryMarshal.Cast<byte, float>(frame.Views[0].Depth!.Value.Bytes.Span).ToArray();
        yield return new("pixels with a wrong instance id", 0, Enumerable.Range(0, Side * Side).Count(pixel => ids[pixel] != IdAt(pixel)), 0);
        yield return new(
            "largest relative error of depth, planes at 5 to 12.8 m", 0,
            Enumerable.Range(0, Side * Side).Where(pixel => IdAt(pixel) > 0).Max(pixel => Math.Abs((depths[pixel] / DistanceOf(IdAt(pixel) - 1)) - 1)), 1e-5);
    }

    private static double DistanceOf(int rectangle) => 5.003 + (0.2513 * rectangle);

    private static Primitive Rectangle(int rectangle)
    {
        int row = rectangle / (Cells / 2), column = (2 * (rectangle % (Cells / 2))) + (row % 2);
        double distance = DistanceOf(rectangle), metresPerPixel = distance / Focal;
        double left = ((column * CellPixels) - (Side / 2)) * metresPerPixel, top = ((Side / 2) - (row * CellPixels)) * metresPerPixel;
        double size = CellPixels * metresPerPixel;
        return KnownScene.Rectangle(left, top - size, left + size, top, -distance);
    }

    private static int IdAt(int pixel)
    {
        int row = pixel / Side / CellPixels, column = pixel % Side / CellPixels;
        return (row + column) % 2 == 0 ? (row * Cells / 2) + (column / 2) + 1 : 0;
    }
}
