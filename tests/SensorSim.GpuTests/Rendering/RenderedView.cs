using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Rendering;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>A view's result, copied out of the renderer's memory.</summary>
internal sealed class RenderedView
{
    private readonly Vector4[] _radiance;

    public RenderedView(ViewOutput output)
    {
        (Width, Height) = (output.Camera.Intrinsics.Width, output.Camera.Intrinsics.Height);
        Acceptance.Saw(Width, Height);
        _radiance = MemoryMarshal.Cast<byte, Vector4>(output.Consumed.Span).ToArray();
        Depth = Copy<float>(output.Depth);
        DepthSteps = output.Depth is { SampleType: SampleType.UInt16 } ? Copy<ushort>(output.Depth) : [];
        Normal = Copy<ushort>(output.Normal);
        Instance = Copy<ushort>(output.Instance);
        Category = Copy<byte>(output.Category);
        Coverage = [.. output.Coverage];
    }

    public int Width { get; }

    public int Height { get; }

    public float[] Depth { get; }

    public ushort[] DepthSteps { get; }

    public ushort[] Normal { get; }

    public ushort[] Instance { get; }

    public byte[] Category { get; }

    public ObjectCoverage[] Coverage { get; }

    public IReadOnlyList<Vector4> AllRadiance => _radiance;

    public Vector3 RadianceAt(int x, int y, int layer = 0)
    {
        Vector4 value = _radiance[(((layer * Height) + y) * Width) + x];
        return new(value.X, value.Y, value.Z);
    }

    public Vector3 NormalAt(int x, int y)
    {
        ReadOnlySpan<ushort> n = Normal.AsSpan(3 * ((y * Width) + x), 3);
        return (new Vector3(n[0], n[1], n[2]) / (65535 / 2f)) - Vector3.One;
    }

    public int InstanceAt(int x, int y) => Instance[(y * Width) + x];

    public float DepthAt(int x, int y) => Depth[(y * Width) + x];

    public int VisiblePixels(int id) => Instance.Count(value => value == id);

    /// <summary>Columns and rows that carry an id: first column, first row, columns, rows.</summary>
    public (int X, int Y, int Width, int Height) BoxOf(int id)
    {
        int[] pixels = [.. Enumerable.Range(0, Instance.Length).Where(i => Instance[i] == id)];
        int x0 = pixels.Min(i => i % Width), x1 = pixels.Max(i => i % Width), y0 = pixels.Min(i => i / Width), y1 = pixels.Max(i => i / Width);
        return (x0, y0, x1 - x0 + 1, y1 - y0 + 1);
    }

    private static T[] Copy<T>(PixelPlane? plane)
        where T : unmanaged => plane is { } p ? MemoryMarshal.Cast<byte, T>(p.Bytes.Span).ToArray() : [];
}
