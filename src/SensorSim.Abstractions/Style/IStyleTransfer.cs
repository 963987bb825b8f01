using System.Text.Json.Nodes;

namespace SensorSim.Style;

/// <summary>A style that is ready to be applied: models are loaded, statistics of the targets are taken. One thread calls it at a time.</summary>
public interface IStyleTransfer : IDisposable
{
    /// <summary>What does the work on this machine or elsewhere, for every record: library and version, digest of the model, identity of the endpoint. Keys in snake_case.</summary>
    IReadOnlyDictionary<string, JsonNode?> Identity { get; }

    /// <summary>Restyles a clip.</summary>
    /// <param name="clip">With the inputs that the backend asks for.</param>
    /// <param name="stop">When it fires, the work may end early with an <see cref="OperationCanceledException"/>; what is kept in the work folder is used by the next try.</param>
    /// <exception cref="StyleException">It could not be done: the message says why and what to do.</exception>
    StyleResult Apply(StyleClip clip, CancellationToken stop);
}
