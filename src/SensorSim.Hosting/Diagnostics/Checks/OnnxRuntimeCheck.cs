using SensorSim.Hosting.Diagnostics.Installation;
using SensorSim.Onnx;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>ONNX models can be run. The library is loaded only when a style or a detector asks for it, so a missing one is a warning.</summary>
public sealed class OnnxRuntimeCheck : IInstallationCheck
{
    private const string Check = "onnx";

    public IEnumerable<Finding> Examine(InstallationFacts facts) =>
    [
        facts.OnnxRuntimeProblem is { } problem
            ? Finding.Warning(Check, $"ONNX Runtime does not load, which style.onnx needs: {problem}", OnnxRuntime.Remedy)
            : Finding.Ok(Check, $"ONNX Runtime loads (style.onnx): {facts.OnnxRuntime}"),
    ];
}
