using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>This user may open the GPUs' render nodes, which Mesa's drivers need.</summary>
public sealed class RenderNodesCheck : IInstallationCheck
{
    private const string Check = "render nodes";

    public IEnumerable<Finding> Examine(InstallationFacts facts)
    {
        foreach (DeviceNodeFact node in facts.RenderNodes)
        {
            yield return node.Error is null
                ? Finding.Ok(Check, $"{node.Path} opens")
                : Finding.Warning(
                    Check, $"{node.Path} cannot be opened: {node.Error}",
                    facts.IsContainer
                        ? "start the container with --device /dev/dri --group-add render"
                        : "usermod -aG render USER as root, then log in again");
        }
    }
}
