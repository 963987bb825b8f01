namespace SensorSim.Tests.Http;

/// <summary>One request as it came.</summary>
/// <param name="Line">"POST /v1 HTTP/1.1".</param>
/// <param name="Head">Line and headers as they were sent.</param>
/// <param name="Headers">By name, in any case.</param>
/// <param name="Body">All bytes.</param>
internal sealed record HttpCall(string Line, string Head, IReadOnlyDictionary<string, string> Headers, byte[] Body);
