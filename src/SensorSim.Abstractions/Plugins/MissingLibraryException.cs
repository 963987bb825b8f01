namespace SensorSim.Plugins;

/// <summary>A native library behind a plugin is not there, or is another than the plugin knows: another try on this machine cannot help. The message says what to install.</summary>
public sealed class MissingLibraryException : Exception
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
