using System.Collections.Concurrent;

namespace SensorSim.Hosting.Runs.Sources;

/// <summary>Scenes, objects and materials of the library, each made once for all plans of a planner. Any thread may ask.</summary>
internal sealed class LibraryContents
{
    private readonly ConcurrentDictionary<(string Kind, string Reference), Lazy<LoadedScene>> _made = new();

    /// <summary>What has been made before, or is made now.</summary>
    /// <param name="kind">Names of one kind may be those of another.</param>
    /// <param name="reference">"builtin:NAME", of something that there is.</param>
    /// <param name="make">Makes it.</param>
    public LoadedScene Of(string kind, string reference, Func<LoadedScene> make) => _made.GetOrAdd((kind, reference), _ => new(make)).Value;
}
