using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>A judgement over facts; it looks at nothing else, so that a test can feed it any machine.</summary>
public interface IInstallationCheck
{
    /// <summary>Findings in order of importance; none when the check does not apply to this machine.</summary>
    IEnumerable<Finding> Examine(InstallationFacts facts);
}
