namespace SensorSim.Hosting.Drafting;

/// <summary>The endpoint gave no answer that could be read.</summary>
/// <param name="message">What happened, and what to do.</param>
/// <param name="isRequestWrong">Trying again cannot help: the address, the key or the model is wrong.</param>
public sealed class DraftException(string message, bool isRequestWrong = false, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Trying again cannot help.</summary>
    public bool IsRequestWrong { get; } = isRequestWrong;
}
