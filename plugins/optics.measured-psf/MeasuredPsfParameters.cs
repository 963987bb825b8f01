namespace SensorSim.Plugins.OpticsMeasuredPsf;

/// <summary>The default is a single pixel: a measured kernel belongs to a lens, and its profile names the source.</summary>
public sealed record MeasuredPsfParameters : ICheckedParameters
{
    [Parameter("Image of a point, row by row: a square of odd side (9, 25, 49 … numbers) for all colours, or three squares: of red, green and blue. Each is scaled to sum to 1", Min = 0, Max = 1e9, MaxCount = 3 * 31 * 31)]
    public IReadOnlyList<double> Kernel { get; init; } = [1];

    /// <summary>Numbers along a side of the square; 0 where there is none.</summary>
    internal int Side => SideOf(Kernel.Count) is var one and > 0 ? one : Kernel.Count % 3 == 0 ? SideOf(Kernel.Count / 3) : 0;

    /// <summary>Whether each colour has a square of its own.</summary>
    internal bool HasColours => Kernel.Count > Side * Side;

    public IEnumerable<ParameterError> Check()
    {
        if (Side == 0)
        {
            yield return new("kernel", $"\"kernel\" has {Kernel.Count} numbers; expected a square of odd side, such as 25 or 49, or three of them.");
        }
        else if (Kernel.Chunk(Side * Side).Any(square => square.Sum() <= 0))
        {
            yield return new("kernel", "\"kernel\" has a square without light; expected numbers that sum to more than 0.");
        }
    }

    private static int SideOf(int count)
    {
        int side = (int)Math.Round(Math.Sqrt(count));
        return side * side == count && side % 2 == 1 ? side : 0;
    }
}
