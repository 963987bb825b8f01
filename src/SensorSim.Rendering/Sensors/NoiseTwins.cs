using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Rendering.Sensors;

/// <summary>What belongs to a sensor's frame beside its picture: the picture without noise, and how much noise there is.</summary>
public static class NoiseTwins
{
    /// <summary>The chain without what changes from frame to frame: its picture is what the average over many frames comes to, rounded and clipped as the sensor does. Fixed patterns stay.</summary>
    /// <exception cref="SensorChainException">A stage of GLSL alone draws random numbers.</exception>
    public static SensorChain Clean(SensorChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        Refuse(chain, chain.Stages.ToList().FindIndex(DrawsUnsaid), "has no noise-free twin: it draws random numbers and has no C# to leave them out. Leave the label clean out, or the stage.");
        return new([.. chain.Stages.Select(Quiet)], chain.CollapseAt, chain.Ending);
    }

    /// <summary>
    /// The variance of what changes from frame to frame, to first order in the noise: of each sample of the raw numbers behind the last stage that says something of variance (the
    /// converter), or behind the gain where that is later, in DN². Of a raw picture these are its own numbers.
    /// </summary>
    /// <exception cref="SensorChainException">No stage makes noise, or one of which the variance is unknown stands among them, or behind them in a raw picture.</exception>
    public static SensorChain Variance(SensorChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        List<ChainStage> stages = [.. chain.Stages];
        int first = stages.FindIndex(IsNoisy), end = stages.FindLastIndex(stage => stage.Stage.HasVariance) + 1;
        if (first < 0 || end <= first)
        {
            throw new SensorChainException("No stage of the chain says the variance of its noise. Add a sensor, such as camera.noise, or leave the label noise_variance out.");
        }

        // A gain behind the last of them makes numbers of electrons.
        while (end < stages.Count && stages[end - 1].Stage.Output < SignalDomain.RawDn && IsKnown(chain, end))
        {
            end++;
        }

        Refuse(chain, chain.Ending == ChainEnding.Store && end < stages.Count ? end : -1, "changes the raw numbers behind their noise and does not say what becomes of its variance. Leave the label noise_variance out, or the stage, or the camera's output: raw.");
        Refuse(chain, Enumerable.Range(first, end - first).FirstOrDefault(i => !IsKnown(chain, i), -1), "does not say what becomes of the variance of noise. Leave the label noise_variance out, or the stage.");
        IEnumerable<ChainStage> twins = stages[first..end].SelectMany(stage => (ChainStage[])[stage with { IsVariance = true }, Quiet(stage)]);
        return new([.. stages[..first].Select(Quiet), .. twins], chain.CollapseAt, ChainEnding.Variance);
    }

    private static void Refuse(SensorChain chain, int stage, string problem)
    {
        if (stage >= 0)
        {
            throw new SensorChainException([new(stage, "use", $"{chain.Stages[stage].Name} {problem}")]);
        }
    }

    private static bool DrawsUnsaid(ChainStage stage) =>
        !stage.Stage.HasReference && File.ReadAllText(Path.Combine(stage.Plugin.Directory, stage.Stage.ShaderFile)).Contains("random", StringComparison.Ordinal);

    private static ChainStage Quiet(ChainStage stage) => stage with { Parameters = stage.Stage.WithoutNoiseOf(stage.Parameters) };

    private static bool IsNoisy(ChainStage stage) => !stage.Stage.WithoutNoiseOf(stage.Parameters).Equals(stage.Parameters);

    // A sample stage without a function of its own is a factor: its slope.
    private static bool IsKnown(SensorChain chain, int index)
    {
        SensorStage stage = chain.Stages[index].Stage;
        return index >= chain.CollapseAt && (stage.HasVariance || (stage is ISampleStage && stage.HasReference && !IsNoisy(chain.Stages[index]) && stage.Output <= SignalDomain.RawDn));
    }
}
