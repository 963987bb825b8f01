using SensorSim.Hosting.Styles;
using SensorSim.Style;

namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>What is known of a test picture: a disc in front of a wall.</summary>
internal static class TestLabels
{
    private const ushort Wall = 1, Disc = 2;

    /// <summary>A frame with some of these labels; the others are null, as the host leaves them.</summary>
    /// <param name="frame">With its picture.</param>
    /// <param name="inputs">Which labels.</param>
    /// <param name="isOther">Whether the disc is somewhere else.</param>
    /// <param name="isLast">Whether no frame follows: then there is no flow.</param>
    public static StyleFrame With(StyleFrame frame, StyleInputs inputs, bool isOther, bool isLast)
    {
        (int width, int height) = (frame.Colour.Width, frame.Colour.Height);
        bool[] disc = [.. Enumerable.Range(0, width * height).Select(pixel => IsDisc(pixel % width, pixel / width, width, height, isOther))];
        float[] depth = [.. disc.Select(isDisc => isDisc ? 2f : 4f)];
        ushort[] instances = [.. disc.Select(isDisc => isDisc ? Disc : Wall)];
        return frame with
        {
            DepthMetres = inputs.HasFlag(StyleInputs.Depth) ? depth : frame.DepthMetres,
            Normals = inputs.HasFlag(StyleInputs.Normals) ? [.. disc.SelectMany(isDisc => isDisc ? (float[])[0, -0.6f, -0.8f] : [0, 0, -1])] : frame.Normals,
            Instances = inputs.HasFlag(StyleInputs.Instances) ? instances : frame.Instances,
            Categories = inputs.HasFlag(StyleInputs.Categories) ? instances : frame.Categories,
            Flow = inputs.HasFlag(StyleInputs.Flow) && !isLast ? [.. disc.SelectMany(isDisc => isDisc ? (float[])[1.5f, -0.5f] : [float.NaN, float.NaN])] : frame.Flow,
            Edges = inputs.HasFlag(StyleInputs.Edges) ? StyleEdges.Of(instances, depth, width) : frame.Edges,
        };
    }

    private static bool IsDisc(int x, int y, int width, int height, bool isOther)
    {
        double across = ((x + 0.5) / width) - (isOther ? 0.7 : 0.35), down = ((y + 0.5) / height) - 0.5;
        return (across * across) + (down * down) < 0.06;
    }
}
