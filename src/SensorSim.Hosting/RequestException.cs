namespace SensorSim.Hosting;

/// <summary>A request that contradicts itself or is out of range; every problem is one line.</summary>
public sealed class RequestException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
