namespace SensorSim.Scenes.Gltf;

/// <summary>Collects what the reader left out or guessed: each sentence once, in the order found.</summary>
internal sealed class GltfWarnings
{
    // A hostile file could provoke one for each vertex; nobody reads beyond a screenful.
    private const int MaximumCount = 200;

    private readonly List<string> sentences = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Sentences => sentences;

    public void Add(string sentence)
    {
        if (sentences.Count <= MaximumCount && known.Add(sentence))
        {
            sentences.Add(sentences.Count < MaximumCount ? sentence : "There are more warnings than are listed.");
        }
    }
}
