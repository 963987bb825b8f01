namespace SensorSim.Style;

/// <summary>One of the real images that a style is taken from.</summary>
/// <param name="name">As it was found: the path below the folder or pattern that was given.</param>
/// <param name="sha256">Digest of the file, lower-case hex.</param>
/// <param name="read">Decodes the file.</param>
public sealed class StyleTarget(string name, string sha256, Func<StyleImage> read)
{
    public string Name { get; } = name;

    public string Sha256 { get; } = sha256;

    /// <summary>The pixels, decoded at each call. Of any size.</summary>
    public StyleImage Read() => read();
}
