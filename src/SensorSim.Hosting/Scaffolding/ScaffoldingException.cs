namespace SensorSim.Hosting.Scaffolding;

/// <summary>A new plugin cannot be written as asked for. Nothing was written.</summary>
public sealed class ScaffoldingException : Exception
{
    public ScaffoldingException()
    {
    }

    public ScaffoldingException(string message)
        : base(message)
    {
    }

    public ScaffoldingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
