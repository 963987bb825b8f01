using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>Shaders can be compiled, or came compiled.</summary>
public sealed class ShaderCompilerCheck : IInstallationCheck
{
    private const string Check = "shaders";

    public IEnumerable<Finding> Examine(InstallationFacts facts)
    {
        ProgramFact compiler = facts.ShaderCompiler;
        yield return (compiler.Path, facts.HasShippedShaders) switch
        {
            (not null, _) => Finding.Ok(Check, $"the compiler is {compiler.Path}"),
            (null, true) => Finding.Ok(Check, $"compiled shaders came with the program; only a chain of sensors that it does not know needs {compiler.Name}"),
            _ => Finding.Failure(Check, $"there are no compiled shaders and no compiler ({compiler.Name})", $"apt-get install {compiler.Package}"),
        };
    }
}
