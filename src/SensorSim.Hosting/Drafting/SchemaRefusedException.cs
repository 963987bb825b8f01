namespace SensorSim.Hosting.Drafting;

/// <summary>A server refused a request that asks for answers by a schema.</summary>
/// <param name="reason">What it says.</param>
public sealed class SchemaRefusedException(string reason) : Exception(reason);
