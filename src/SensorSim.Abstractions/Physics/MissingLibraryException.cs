namespace SensorSim.Physics;

/// <summary>The library behind a backend is not there, or is another than the backend knows: another try on this machine cannot help.</summary>
public sealed class MissingLibraryException : PhysicsException
{
    public MissingLibraryException()
    {
    }

    public MissingLibraryException(string message)
        : base(message)
    {
    }

    public MissingLibraryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
