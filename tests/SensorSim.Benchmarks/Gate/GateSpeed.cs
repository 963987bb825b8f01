using SensorSim.Datasets.Preservation;
using SensorSim.Restyles;

namespace SensorSim.Benchmarks.Gate;

/// <summary>What a frame costs.</summary>
internal static class GateSpeed
{
    private const int Width = 640, Height = 480, Rounds = 5;

    /// <summary>Processor time of one core, milliseconds, the least of some rounds: median and worst of the frames of 640x480.</summary>
    public static string Line(IReadOnlyList<SourceFrame> frames, PreservationGate gate)
    {
        SourceFrame[] some = [.. frames.Where(frame => frame.Rgb.Width == Width && frame.Rgb.Height == Height)];
        Milliseconds(gate, some[0]);
        double[] times = [.. some.Select(frame => Milliseconds(gate, frame)).Order()];
        return FormattableString.Invariant($"The gate takes {times[times.Length / 2]:F0} ms of one core for a frame of {Width}x{Height} (median of {times.Length}), {times[^1]:F0} ms at most");
    }

    private static double Milliseconds(PreservationGate gate, SourceFrame frame) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        gate.Measure(frame.Styled(frame.Rgb));
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    });
}
