using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Optics that spread light lose none of it: uniform light keeps its mean, times the stage's slope.</summary>
internal sealed class EnergyCheck : IConformanceCheck<StageBench>
{
    public string Id => "energy";

    public string Promise => "optics that spread light lose and add none: uniform light stays what it is, times the stage's slope";

    public Finding Examine(StageBench subject)
    {
        if (subject.Stage.Input != SignalDomain.RadianceLayers || subject.Stage is not INeighbourhoodStage)
        {
            return Finding.Skip("only stages that spread light on RadianceLayers promise it");
        }

        SignalImage light = TestLight.Flat(subject.Stage.Input, StageBench.Width, StageBench.Height, 0.5);
        (Settings worst, double error) = Settings.Usual(subject.Schema)
            .Select(settings => (settings, Chain: subject.Chain(settings), Slope: Slope(subject, settings)))
            .Where(trial => trial.Chain is not null)
            .Select(trial => (trial.settings, Math.Abs((subject.Measure(trial.Chain!, TestFrame.Of(light)).Average(sample => (double)sample) / (light[0, 0].G * trial.Slope)) - 1)))
            .MaxBy(trial => trial.Item2);
        return Finding.AtMost(error, 1e-5, "of the mean", $"most with {worst.Short()}");
    }

    private static double Slope(StageBench subject, Settings settings) =>
        settings.Bind(subject.Schema) is { } parameters ? subject.Stage.SlopeOf(parameters, 100, SignalRange.Unlimited) : 1;
}
