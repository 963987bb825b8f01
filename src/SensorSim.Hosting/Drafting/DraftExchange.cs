using System.Text.Json.Nodes;

namespace SensorSim.Hosting.Drafting;

/// <summary>A conversation about one draft. The server is asked to hold answers to the schema; where it refuses, the schema is told to the model instead.</summary>
internal sealed class DraftExchange(ChatClient client, DraftRequest request, JsonObject schema)
{
    private readonly List<ChatMessage> _later = [];
    private bool _isConstrained = true;

    public async Task<ChatAnswer> AskAsync(CancellationToken stop)
    {
        if (_isConstrained)
        {
            try
            {
                return await client.AskAsync([.. DraftPrompt.Begin(request, null), .. _later], schema, stop).ConfigureAwait(false);
            }
            catch (SchemaRefusedException)
            {
                _isConstrained = false;
            }
        }

        return await client.AskAsync([.. DraftPrompt.Begin(request, schema), .. _later], null, stop).ConfigureAwait(false);
    }

    /// <summary>Says what is wrong with the last answer. Earlier ones are forgotten: each repair holds the whole scenario.</summary>
    public void Add(DraftAttempt wrong)
    {
        _later.Clear();
        _later.AddRange(DraftPrompt.Repair(wrong));
    }
}
