namespace SensorSim.Vulkan.Shaders;

/// <summary>A shader does not compile, or one of its files cannot be found.</summary>
public sealed class ShaderCompilationException : Exception
{
    public ShaderCompilationException(IReadOnlyList<ShaderError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    public ShaderCompilationException(string file, string message)
        : this([new(file, 0, message)])
    {
    }

    public IReadOnlyList<ShaderError> Errors { get; }
}
