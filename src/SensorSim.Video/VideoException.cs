namespace SensorSim.Video;

/// <summary>A video cannot be written or read. The message says which, and why.</summary>
public sealed class VideoException : Exception
{
    public VideoException()
    {
    }

    public VideoException(string message)
        : base(message)
    {
    }

    public VideoException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
