namespace SensorSim.Physics;

/// <summary>A world that could be built and cannot go on: bodies are at no finite place any more.</summary>
public sealed class UnstableWorldException : PhysicsException
{
    public UnstableWorldException()
    {
    }

    public UnstableWorldException(string message)
        : base(message)
    {
    }

    public UnstableWorldException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
