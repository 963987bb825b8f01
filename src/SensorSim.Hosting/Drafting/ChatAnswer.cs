namespace SensorSim.Hosting.Drafting;

/// <summary>What a model answered.</summary>
/// <param name="Content">Its text; empty when there is none.</param>
/// <param name="IsCutOff">The model was stopped before its end.</param>
/// <param name="RequestSha256">SHA-256 of the request's bytes, lower-case hex.</param>
public sealed record ChatAnswer(string Content, bool IsCutOff, string RequestSha256);
