using SensorSim.Hosting.Plugins;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>No loop of the shader can hang a GPU: other checks do not see one whose end depends on the signal.</summary>
internal sealed class LoopsCheck : IConformanceCheck<StageBench>
{
    public string Id => "loops.counted";

    public string Promise => "each loop of the shader is a for that counts its rounds, so that it ends whatever the signal is";

    public Finding Examine(StageBench subject)
    {
        string[] uncounted = ShaderLoops.WithoutCount(subject.Plugin);
        return Finding.AtMost(uncounted.Length, 0, "other loops", uncounted.Length == 0 ? "" : ShaderLoops.MayNotEnd(uncounted));
    }
}
