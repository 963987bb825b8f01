namespace SensorSim.Vulkan.Shaders;

/// <summary>One GLSL shader to compile: a file of an include root, or text made by a program.</summary>
public sealed record ShaderSource
{
    /// <summary>Path with forward slashes, relative to an include root; also what errors name. Need not exist when <see cref="Text"/> is given.</summary>
    public required string Name { get; init; }

    public required ShaderStage Stage { get; init; }

    /// <summary>The GLSL text, beginning with <c>#version 460</c>; null reads the file.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the compiler optimizes; else that is left to the driver.</summary>
    public bool IsOptimized { get; init; } = true;

    /// <summary><c>#define</c> names and values, seen by every included file.</summary>
    public IReadOnlyDictionary<string, string> Defines { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Files that exist only in memory, by the path they are included with; they come before files on disk.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A shader file, its stage told by the extension: <c>.vert</c>, <c>.frag</c> or <c>.comp</c>.</summary>
    /// <exception cref="ArgumentException">Another extension.</exception>
    public static ShaderSource File(string path, IReadOnlyDictionary<string, string>? defines = null)
    {
        ShaderStage stage = Path.GetExtension(path) switch
        {
            ".vert" => ShaderStage.Vertex,
            ".frag" => ShaderStage.Fragment,
            ".comp" => ShaderStage.Compute,
            string other => throw new ArgumentException($"'{path}': expected the extension .vert, .frag or .comp, found '{other}'.", nameof(path)),
        };
        var source = new ShaderSource { Name = path, Stage = stage };
        return defines is null ? source : source with { Defines = defines };
    }
}
