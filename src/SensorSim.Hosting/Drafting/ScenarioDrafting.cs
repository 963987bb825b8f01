using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Drafts;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.Hosting.Drafting;

/// <summary>Asks a model for a scenario until it is valid: one attempt and at most three repairs. Writes nothing and renders nothing.</summary>
/// <param name="client">Whom to ask.</param>
/// <param name="settings">The same, for the record.</param>
/// <param name="check">Judges the drafts.</param>
/// <param name="schema">What a draft must follow.</param>
public sealed class ScenarioDrafting(ChatClient client, ChatSettings settings, DraftCheck check, JsonObject schema)
{
    /// <summary>Drafts a scenario.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="report">Learns of each attempt when it is judged.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>The last attempt; its text has the block that says where it comes from when it is valid.</returns>
    /// <exception cref="DraftException">The endpoint gives no answer.</exception>
    public async Task<DraftAttempt> DraftAsync(DraftRequest request, Action<DraftAttempt> report, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(report);
        HashSet<string> allowed = [.. request.Base is { } own ? DraftText.TextsOf(Encoding.UTF8.GetBytes(own)) : Enumerable.Empty<string>(), .. request.Scene is { } scene ? [scene] : Array.Empty<string>()];
        var exchange = new DraftExchange(client, request, schema);
        for (int number = 1; ; number++)
        {
            ChatAnswer answer = await exchange.AskAsync(stop).ConfigureAwait(false);
            DraftAttempt attempt = await JudgeAsync(number, answer, request, allowed, stop).ConfigureAwait(false);
            report(attempt);
            if (attempt.IsValid || number == DraftProvenance.MostAttempts)
            {
                return attempt;
            }

            exchange.Add(attempt);
        }
    }

    private async Task<DraftAttempt> JudgeAsync(int number, ChatAnswer answer, DraftRequest request, HashSet<string> allowed, CancellationToken stop)
    {
        if (answer.IsCutOff || string.IsNullOrWhiteSpace(answer.Content))
        {
            string problem = answer.IsCutOff ? "the answer was cut off before its end" : "the answer is empty";
            return new(number, null, [new(request.ScenarioPath, 0, 0, "", problem, "a whole scenario, shorter if need be")], answer);
        }

        (string? yaml, IReadOnlyList<ScenarioError> errors) = DraftText.Rewrite(Encoding.UTF8.GetBytes(AnswerText.Scenario(answer.Content)), request.ScenarioPath, allowed);
        if (yaml is null)
        {
            return new(number, null, errors, answer);
        }

        string whole = DraftText.With(yaml, Provenance(number, answer, request));
        errors = [.. await check.ErrorsAsync(whole, request.ScenarioPath, request.CheckTimeout, stop).ConfigureAwait(false), .. OtherScene(whole, request)];
        return new(number, whole, errors, answer);
    }

    private DraftProvenance Provenance(int number, ChatAnswer answer, DraftRequest request) => new(
        settings.Model, settings.Address, request.Text, answer.RequestSha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answer.Content))), number);

    private static IEnumerable<ScenarioError> OtherScene(string yaml, DraftRequest request)
    {
        Scenario? draft = request.Scene is null ? null : ScenarioReader.Read(Encoding.UTF8.GetBytes(yaml), request.ScenarioPath).Draft;
        return draft is null || draft.Scene == request.Scene ? [] : [new(draft.Keys.Of("scene"), "scene", $"there is '{draft.Scene}'", request.Scene)];
    }
}
