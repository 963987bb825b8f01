namespace SensorSim.Hosting.Benchmarks;

/// <summary>What one case measured.</summary>
/// <param name="Name">"colour+depth", …</param>
/// <param name="Description">What a frame of it includes.</param>
/// <param name="Frames">Frames timed.</param>
/// <param name="Seconds">From the first submission to the last byte.</param>
/// <param name="BytesPerFrame">Bytes that reach the host, or the disk where files are written.</param>
public sealed record BenchCase(string Name, string Description, int Frames, double Seconds, long BytesPerFrame)
{
    public double FramesPerSecond => Frames / Seconds;
}
