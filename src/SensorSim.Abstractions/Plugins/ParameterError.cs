namespace SensorSim.Plugins;

/// <summary>What is wrong with one given parameter. The reader of the file adds where it stands.</summary>
/// <param name="Key">The key as given.</param>
/// <param name="Message">What was expected and what to do: a sentence that names the key.</param>
public sealed record ParameterError(string Key, string Message);
