namespace SensorSim.Vulkan.Shaders;

/// <summary>One error of the GLSL compiler.</summary>
/// <param name="File">As in <see cref="ShaderSource.Name"/> or the include.</param>
/// <param name="Line">From 1; 0 when the error has no line.</param>
public sealed record ShaderError(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? FormattableString.Invariant($"{File}:{Line}: {Message}") : $"{File}: {Message}";
}
