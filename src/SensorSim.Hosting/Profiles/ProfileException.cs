namespace SensorSim.Hosting.Profiles;

/// <summary>A profile that is not there or cannot be used; the message names file and JSON path.</summary>
public sealed class ProfileException : Exception
{
    public ProfileException()
    {
    }

    public ProfileException(string message)
        : base(message)
    {
    }

    public ProfileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
