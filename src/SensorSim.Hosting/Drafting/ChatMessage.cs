namespace SensorSim.Hosting.Drafting;

/// <summary>One message of a conversation.</summary>
/// <param name="Role">system, user or assistant.</param>
/// <param name="Content">Its text.</param>
public sealed record ChatMessage(string Role, string Content);
