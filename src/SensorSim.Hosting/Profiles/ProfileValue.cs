using System.Text.Json.Nodes;

namespace SensorSim.Hosting.Profiles;

/// <summary>One value of a camera.</summary>
/// <param name="Value">A number, a truth value, a word or a list of numbers, in the unit that its name says.</param>
/// <param name="Status">How it is known.</param>
/// <param name="Source">Who says so, or why it was chosen.</param>
public sealed record ProfileValue(JsonNode Value, ValueStatus Status, string Source);
