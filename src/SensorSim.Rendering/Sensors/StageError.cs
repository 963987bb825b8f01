namespace SensorSim.Rendering.Sensors;

/// <summary>What is wrong with one entry of a camera's sensor list.</summary>
/// <param name="Index">Position in the list as given; its length when the chain as a whole is at fault.</param>
/// <param name="Key">The key at fault, or null when it is the entry.</param>
/// <param name="Message">What was expected and what to do.</param>
public sealed record StageError(int Index, string? Key, string Message);
