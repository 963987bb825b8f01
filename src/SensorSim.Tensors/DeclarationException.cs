namespace SensorSim.Tensors;

/// <summary>A declaration is not one, or the network is another than it says. The message has all problems, a line each, with file and JSON path.</summary>
public sealed class DeclarationException : Exception
{
    public DeclarationException()
    {
    }

    public DeclarationException(string message)
        : base(message)
    {
    }

    public DeclarationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
