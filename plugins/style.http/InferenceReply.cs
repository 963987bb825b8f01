namespace SensorSim.Plugins.StyleHttp;

/// <summary>What a server answered.</summary>
/// <param name="Body">All of it.</param>
/// <param name="JsonLength">Bytes of JSON in front of binary tensors; null where all is JSON.</param>
internal sealed record InferenceReply(byte[] Body, int? JsonLength);
