namespace SensorSim.Style;

/// <summary>A style cannot be prepared or applied: a model that is none, a server that does not answer. The message names the file or endpoint and says what was expected.</summary>
public sealed class StyleException : Exception
{
    public StyleException()
    {
    }

    public StyleException(string message)
        : base(message)
    {
    }

    public StyleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The request itself is wrong (a file, a parameter): trying again cannot help, and nothing was sent.</summary>
    public bool IsRequestWrong { get; init; }
}
