using System.Runtime.InteropServices;
using SensorSim.Datasets;
using SensorSim.Signals;
using SensorSim.Style;

namespace SensorSim.Hosting.Styles;

/// <summary>Frames with the labels that a backend wants, as it takes them.</summary>
/// <param name="inputs">What is wanted besides the picture.</param>
internal sealed class StyleFrames(StyleInputs inputs)
{
    private static readonly (StyleInputs Input, string Output)[] s_outputs =
    [
        (StyleInputs.Depth, "depth"), (StyleInputs.Normals, "normal"), (StyleInputs.Instances, "instance"), (StyleInputs.Categories, "semantic"), (StyleInputs.Flow, "flow"), (StyleInputs.Edges, "instance"), (StyleInputs.Edges, "depth"),
    ];

    /// <summary>The labels that these inputs are made from.</summary>
    public static IEnumerable<string> OutputsOf(StyleInputs inputs) => s_outputs.Where(pair => inputs.HasFlag(pair.Input)).Select(pair => pair.Output).Distinct(StringComparer.Ordinal);

    /// <param name="record">The frame's.</param>
    /// <param name="picture">What is to be restyled.</param>
    /// <param name="read">A label's plane by its output's name; asked only for what the frame has and the backend wants.</param>
    public StyleFrame Of(FrameRecord record, StyleImage picture, Func<string, PixelPlane> read) =>
        new(record.Frame, record.Sample, record.Step, record.Camera, record.TimeS, picture)
        {
            DepthMetres = Depth(record, StyleInputs.Depth, read),
            Normals = Plane(record, StyleInputs.Normals, "normal", read) is { } normals ? NormalsOf(normals) : null,
            Instances = Plane(record, StyleInputs.Instances, "instance", read) is { } ids ? MemoryMarshal.Cast<byte, ushort>(ids.Bytes.Span).ToArray() : null,
            Categories = Plane(record, StyleInputs.Categories, "semantic", read) is { } categories ? CodesOf(categories) : null,
            Flow = Plane(record, StyleInputs.Flow, "flow", read) is { } flow ? FlowOf(flow) : null,
            Edges = Edges(record, read),
        };

    private PixelPlane? Plane(FrameRecord record, StyleInputs input, string output, Func<string, PixelPlane> read) =>
        inputs.HasFlag(input) && record.Files.ContainsKey(output) ? read(output) : null;

    private float[]? Depth(FrameRecord record, StyleInputs input, Func<string, PixelPlane> read) => Plane(record, input, "depth", read) is { } depth ? MetresOf(depth, record.Files["depth"].ScaleM ?? 1) : null;

    private bool[]? Edges(FrameRecord record, Func<string, PixelPlane> read) => Plane(record, StyleInputs.Edges, "instance", read) is { } ids && Depth(record, StyleInputs.Edges, read) is { } depth
        ? StyleEdges.Of(MemoryMarshal.Cast<byte, ushort>(ids.Bytes.Span), depth, record.Width)
        : null;

    private static float[] MetresOf(in PixelPlane depth, double scaleMetres)
    {
        if (depth.SampleType == SampleType.Float32)
        {
            return MemoryMarshal.Cast<byte, float>(depth.Bytes.Span).ToArray();
        }

        float[] metres = new float[depth.Width * depth.Height];
        ReadOnlySpan<ushort> codes = MemoryMarshal.Cast<byte, ushort>(depth.Bytes.Span);
        for (int i = 0; i < metres.Length; i++)
        {
            metres[i] = (float)(codes[i] * scaleMetres);
        }

        return metres;
    }

    private static float[] NormalsOf(in PixelPlane plane)
    {
        ReadOnlySpan<ushort> codes = MemoryMarshal.Cast<byte, ushort>(plane.Bytes.Span);
        float[] normals = new float[codes.Length];
        for (int pixel = 0; pixel < codes.Length; pixel += 3)
        {
            bool isNothing = !codes.Slice(pixel, 3).ContainsAnyExcept((ushort)0);
            for (int i = pixel; i < pixel + 3; i++)
            {
                normals[i] = isNothing ? 0 : (codes[i] / 65535f * 2) - 1;
            }
        }

        return normals;
    }

    private static ushort[] CodesOf(in PixelPlane plane)
    {
        if (plane.SampleType == SampleType.UInt16)
        {
            return MemoryMarshal.Cast<byte, ushort>(plane.Bytes.Span).ToArray();
        }

        ushort[] codes = new ushort[plane.Bytes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = plane.Bytes.Span[i];
        }

        return codes;
    }

    private static float[] FlowOf(in PixelPlane plane)
    {
        ReadOnlySpan<ushort> codes = MemoryMarshal.Cast<byte, ushort>(plane.Bytes.Span);
        float[] flow = new float[codes.Length / 3 * 2];
        for (int i = 0; i < codes.Length / 3; i++)
        {
            bool isKnown = codes[(3 * i) + 2] != 0;
            flow[2 * i] = isKnown ? (codes[3 * i] - 32768) / 64f : float.NaN;
            flow[(2 * i) + 1] = isKnown ? (codes[(3 * i) + 1] - 32768) / 64f : float.NaN;
        }

        return flow;
    }
}
