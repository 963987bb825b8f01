namespace SensorSim.Hosting.Characterization;

/// <summary>What the frames of one level say, tile by tile and plane by plane.</summary>
/// <param name="Kind">What they are of.</param>
/// <param name="Frames">How many.</param>
/// <param name="Tiles">[tile, plane].</param>
public sealed record LevelStatistics(FrameKind Kind, int Frames, IReadOnlyList<IReadOnlyList<SampleStatistics>> Tiles)
{
    /// <summary>Tiles along each side.</summary>
    public const int Across = 4;

    /// <summary>The whole image: means over tiles. Light that differs from tile to tile does not count as non-uniformity.</summary>
    public IReadOnlyList<SampleStatistics> Whole =>
    [
        .. Enumerable.Range(0, Tiles[0].Count).Select(plane => new SampleStatistics(
            Tiles.Average(tile => tile[plane].MeanDn), Tiles.Average(tile => tile[plane].TemporalVarianceDn), Tiles.Average(tile => tile[plane].SpatialVarianceDn))),
    ];

    /// <summary>Reads the frames of a level, two at least.</summary>
    /// <exception cref="CalibrationException">They cannot be read, or differ in size.</exception>
    public static LevelStatistics Of(IReadOnlyList<CameraFrame> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        FrameStack[][]? stacks = null;
        (int Width, int Height) size = default;
        foreach (CameraFrame file in frames)
        {
            RawFrame frame = CameraFrames.Read(file);
            if (stacks is null)
            {
                size = (frame.Width, frame.Height);
            }
            else if (size != (frame.Width, frame.Height))
            {
                throw new CalibrationException($"{file.Path}: it has {frame.Width}x{frame.Height} pixels, and {frames[0].Path} has {size.Width}x{size.Height}.");
            }

            IReadOnlyList<double[]>[] tiles = [.. Cut(frame).Select(tile => tile.Planes)];
            stacks ??= [.. tiles.Select(planes => planes.Select(plane => new FrameStack(plane.Length)).ToArray())];
            foreach ((FrameStack[] stack, IReadOnlyList<double[]> planes) in stacks.Zip(tiles))
            {
                foreach ((FrameStack one, double[] plane) in stack.Zip(planes))
                {
                    one.Add(plane);
                }
            }
        }

        return new(frames[0].Kind, frames.Count, [.. stacks!.Select(tile => tile.Select(s => new SampleStatistics(s.Mean, s.TemporalVariance, s.SpatialVariance)).ToArray())]);
    }

    // Even sides: a mosaic's pattern begins anew in each tile.
    private static IEnumerable<RawFrame> Cut(RawFrame frame)
    {
        (int width, int height) = (frame.Width / Across / 2 * 2, frame.Height / Across / 2 * 2);
        for (int tile = 0; tile < Across * Across; tile++)
        {
            (int top, int left) = (tile / Across * height, tile % Across * width);
            ushort[] samples = new ushort[width * height];
            for (int y = 0; y < height; y++)
            {
                frame.Samples.AsSpan(((top + y) * frame.Width) + left, width).CopyTo(samples.AsSpan(y * width));
            }

            yield return new(width, height, 1, samples);
        }
    }
}
