namespace SensorSim.Vulkan.Shaders;

/// <summary>
/// Finds the file behind <c>#include</c>: quoted names beside the including file first, then every name in memory and in the roots in order.
/// Names cannot leave a root.
/// </summary>
internal sealed class IncludeResolver(IReadOnlyList<string> roots, ShaderSource source)
{
    private readonly Dictionary<string, SourceFile?> read = new(StringComparer.Ordinal);

    public SourceFile Main() =>
        source.Text is { } text
            ? new(source.Name, text)
            : Find(source.Name) ?? throw new ShaderCompilationException(source.Name, $"not found in {string.Join(", ", roots.DefaultIfEmpty("(no include root)"))}.");

    /// <returns>Null when there is no such file.</returns>
    public SourceFile? Resolve(string name, bool isQuoted, string includingFile) =>
        (isQuoted ? Find(VirtualPath.Combine(VirtualPath.DirectoryOf(includingFile), name)) : null) ?? Find(VirtualPath.Combine("", name));

    private SourceFile? Find(string? path)
    {
        if (path is null)
            return null;
        if (!read.TryGetValue(path, out SourceFile? file))
            read.Add(path, file = Read(path));
        return file;
    }

    private SourceFile? Read(string path)
    {
        if (source.Files.TryGetValue(path, out string? text))
            return new(path, text);
        string? found = roots.Select(root => Path.Combine(root, path)).FirstOrDefault(File.Exists);
        return found is null ? null : new(path, File.ReadAllText(found));
    }
}
