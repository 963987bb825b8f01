using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>The shader gives what the reference gives, fed the same random integers.</summary>
internal sealed class ReferenceCheck : IConformanceCheck<StageBench>
{
    public const string NoReference = "no reference";

    private const double Least = 0.999;

    public string Id => "reference.samples";

    public string Promise => "the shader gives what the reference gives: within 1 DN, 2 e-, or 1/100,000 of the largest number";

    public Finding Examine(StageBench subject)
    {
        if (!subject.Stage.HasReference)
        {
            return Finding.Skip(NoReference);
        }

        TestFrame[] frames = [subject.SceneAt(step: 5), subject.SceneAt(step: 5, rolling: true)];
        (Settings worst, TestFrame at, double share) = Settings.Usual(subject.Schema)
            .Select(settings => (settings, Chain: subject.Chain(settings)))
            .Where(pair => pair.Chain is not null)
            .SelectMany(pair => frames.Select(frame => (pair.settings, frame, Agreement(subject, pair.Chain!, frame))))
            .MinBy(trial => trial.Item3);
        return Finding.AtLeast(share, Least, "of the samples", $"least with {worst.Short()}{(at == frames[1] ? ", rolling shutter" : "")}{(share < Least && subject.MayCutOffLoops ? "; does each loop of the shader end? this device cuts off one that does not" : "")}");
    }

    private static double Agreement(StageBench subject, ProbedChain chain, TestFrame frame)
    {
        float[] expected = StageBench.Refer(chain, frame), measured = subject.Measure(chain, frame);
        double tolerance = Tolerance(subject.Stage.Output, expected);
        return expected.Zip(measured, (a, b) => Math.Abs((double)a - b) <= tolerance).Count(agrees => agrees) / (double)expected.Length;
    }

    private static double Tolerance(SignalDomain domain, float[] expected) => domain switch
    {
        SignalDomain.RawDn => 1,
        SignalDomain.MeanElectrons or SignalDomain.Electrons => 2,
        _ => 1e-5 * expected.Max(Math.Abs),
    };
}
