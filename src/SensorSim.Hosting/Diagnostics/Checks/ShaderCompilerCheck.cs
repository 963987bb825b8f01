using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>Shaders can be compiled, or came compiled.</summary>
public sealed class ShaderCompilerCheck : IInstallationCheck
{
    private const string Check = "shaders";

    public IEnumerable<Finding> Examine(InstallationFacts facts)
    {
        LibraryFact compiler = facts.ShaderCompiler;
        yield return (compiler.Loads, facts.HasShippedShaders) switch
        {
            (true, _) => Finding.Ok(Check, $"{compiler.Name} loads"),
            (false, true) => Finding.Ok(Check, "compiled shaders came with the program; only a plugin's own shader would need the compiler"),
            _ => Finding.Failure(Check, $"no shader compiler and no compiled shaders: {compiler.Error}", $"apt-get install {compiler.Package}"),
        };
    }
}
