namespace SensorSim.Scenes.Scenarios.Drafts;

/// <summary>Where a scenario comes from that a language model drafted: the block <c>drafted</c> of its file.</summary>
/// <param name="Model">The model's name, as it was asked for.</param>
/// <param name="Endpoint">Where it was asked, without credentials.</param>
/// <param name="Prompt">What the person wanted, in the person's words.</param>
/// <param name="PromptSha256">SHA-256 of the request that got the answer, lower-case hex.</param>
/// <param name="ResponseSha256">SHA-256 of the answer's text, lower-case hex.</param>
/// <param name="Attempts">Answers it took, from 1.</param>
public sealed record DraftProvenance(string Model, string Endpoint, string Prompt, string PromptSha256, string ResponseSha256, int Attempts)
{
    /// <summary>Most letters of <see cref="Prompt"/>.</summary>
    public const int LongestPrompt = 4000;

    /// <summary>One attempt and the repairs.</summary>
    public const int MostAttempts = 4;
}
