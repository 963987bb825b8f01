using System.Text.Json.Nodes;
using SensorSim.Plugins.StyleCosmos.Clips;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos;

/// <summary>Who makes videos of our videos.</summary>
internal interface IReceiver : IDisposable
{
    /// <summary>For every record.</summary>
    IReadOnlyDictionary<string, JsonNode?> Identity { get; }

    /// <summary>What of the identity decides what is asked: part of a request's digest.</summary>
    string Key { get; }

    /// <summary>Whether what came back wrong may come back right.</summary>
    bool CanTryAgain { get; }

    /// <summary>Leaves the made video as the folder's answer.</summary>
    /// <exception cref="StyleException">There is none, and there will be none.</exception>
    void Fetch(ClipFolder folder, ClipVideos videos, Tries tries, CancellationToken stop);
}
