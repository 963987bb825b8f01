using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>Videos can be written and read. Only video models need it, so a missing program is a warning.</summary>
public sealed class VideoProgramCheck : IInstallationCheck
{
    private const string Check = "video";

    public IEnumerable<Finding> Examine(InstallationFacts facts)
    {
        ProgramFact program = facts.VideoProgram;
        yield return program.Path is { } path
            ? Finding.Ok(Check, $"{program.Name} is {path} (style.cosmos)")
            : Finding.Warning(Check, $"{program.Name} is not there, which style.cosmos writes and reads videos with", $"apt-get install {program.Package}");
    }
}
