namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>No covering array can be built as asked; the message says why and what to do, for the author of a scenario.</summary>
public sealed class CoveringArrayException : Exception
{
    public CoveringArrayException()
    {
    }

    public CoveringArrayException(string message)
        : base(message)
    {
    }

    public CoveringArrayException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
