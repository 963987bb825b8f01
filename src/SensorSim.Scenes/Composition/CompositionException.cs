namespace SensorSim.Scenes.Composition;

/// <summary>Something cannot be added to a scene; the message names it and says what to do.</summary>
public sealed class CompositionException : Exception
{
    public CompositionException(string message)
        : base(message)
    {
    }

    public CompositionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public CompositionException()
    {
    }
}
