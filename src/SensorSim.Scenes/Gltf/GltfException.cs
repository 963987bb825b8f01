namespace SensorSim.Scenes.Gltf;

/// <summary>
/// A glTF file that cannot be read. The message reads <c>file: place: problem</c>, where the place is a JSON path
/// (<c>$.accessors[3].count</c>), a line and column, or a byte offset, and the problem says what was expected and what to do.
/// </summary>
public sealed class GltfException : Exception
{
    public GltfException(string file, string? place, string problem, Exception? innerException = null)
        : base(place is null ? $"{file}: {problem}" : $"{file}: {place}: {problem}", innerException)
    {
        File = file;
        Place = place;
        Problem = problem;
    }

    public GltfException()
        : this("glTF", null, "cannot be read")
    {
    }

    public GltfException(string message)
        : this("glTF", null, message)
    {
    }

    public GltfException(string message, Exception innerException)
        : this("glTF", null, message, innerException)
    {
    }

    /// <summary>Name of the glTF file, without its folder.</summary>
    public string File { get; }

    /// <summary>JSON path, line:column or byte offset; null when the whole file is meant.</summary>
    public string? Place { get; }

    public string Problem { get; }
}
