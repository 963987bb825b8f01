namespace SensorSim.Scenes.Images;

/// <summary>An image file is damaged, of an unsupported kind, or larger than the limits allow. The message says what to do; the caller names the file.</summary>
public sealed class ImageFormatException : Exception
{
    public ImageFormatException(string message)
        : base(message)
    {
    }

    public ImageFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ImageFormatException()
    {
    }
}
