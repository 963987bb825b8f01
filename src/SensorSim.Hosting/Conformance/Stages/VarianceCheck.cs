using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>The variance that a stage says is that of its samples: the label <c>noise_variance</c> is made of it.</summary>
internal sealed class VarianceCheck : IConformanceCheck<StageBench>
{
    private const double StandardErrors = 4;

    // Of a bright signal: no light, little, usual and much of it.
    private static readonly double[] s_shares = [0, 0.02, 0.1, 0.3, 0.6];

    public string Id => "variance";

    public string Promise => "Variance is that of the reference's samples over many frames, away from where the stage clips or bends";

    public Finding Examine(StageBench subject)
    {
        if (!subject.Stage.HasVariance || !subject.Stage.HasReference)
        {
            return Finding.Skip("it does not say a variance of its own");
        }

        (double black, double white) = TestLight.Levels(subject.Stage.Input);
        (Settings Settings, double? Error)[] trials =
        [
            .. Tried(subject)
                .Where(settings => subject.Chain(settings) is not null)
                .SelectMany(settings => Trials(subject, settings).Select(trial => (settings, trial)))
                .SelectMany(pair => s_shares.Select(share => (pair.settings, pair.trial.Error(black + (share * (white - black)))))),
        ];
        if (trials.All(trial => trial.Error is null))
        {
            return Finding.Broken("its variance changes by half within a tenth of the signal, at every signal");
        }

        (Settings worst, double? error) = trials.Where(trial => trial.Error is not null).MaxBy(trial => trial.Error);
        return Finding.AtMost(error!.Value, StandardErrors, "standard errors", $"most with {worst.Short()}");
    }

    // Noise of few pixels is found where many have it; numbers would be clipped there.
    private static IEnumerable<Settings> Tried(StageBench subject) => subject.Stage.Output == SignalDomain.RawDn
        ? Settings.Usual(subject.Schema)
        : Settings.Usual(subject.Schema).Append(subject.Noise.Value.Settings);

    private static IEnumerable<VarianceTrial> Trials(StageBench subject, Settings settings)
    {
        object parameters = settings.Bind(subject.Schema)!;
        return VarianceTrial.InputDeviations(subject.Stage, parameters).Select(deviation => new VarianceTrial(subject.Stage, parameters, deviation));
    }
}
