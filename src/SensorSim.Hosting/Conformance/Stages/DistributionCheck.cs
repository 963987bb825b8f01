namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>The samples of the shader are spread as those of the reference (Kolmogorov and Smirnov).</summary>
internal sealed class DistributionCheck : IConformanceCheck<StageBench>
{
    public string Id => "reference.distribution";

    public string Promise => "the shader's samples are spread as the reference's";

    public Finding Examine(StageBench subject)
    {
        if (!subject.Stage.HasReference)
        {
            return Finding.Skip(ReferenceCheck.NoReference);
        }

        if (subject.Chain(Settings.Default) is not { } chain)
        {
            return Finding.Broken("the host refuses its defaults");
        }

        TestFrame frame = subject.SceneAt(step: 6);
        float[] expected = StageBench.Refer(chain, frame), measured = subject.Measure(chain, frame);
        return !expected.All(float.IsFinite) ? Finding.Broken("the reference in C# gives samples that are infinite or not a number, which have no distribution")
            : !measured.All(float.IsFinite) ? Finding.Broken("the shader gives samples that are infinite or not a number, which have no distribution")
            : Finding.AtMost(Distance(expected, measured) / Math.Sqrt(0.5 / expected.Length), 4, "standard errors");
    }

    // The largest distance between two empirical distributions; numbers that are equal but for rounding count as equal.
    private static double Distance(float[] a, float[] b)
    {
        Array.Sort(a);
        Array.Sort(b);
        double distance = 0, rounding = 1e-5 * Math.Max(Math.Abs(a[0]), Math.Abs(a[^1]));
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            double value = Math.Min(a[i], b[j]) + rounding;
            while (i < a.Length && a[i] <= value) i++;
            while (j < b.Length && b[j] <= value) j++;
            distance = Math.Max(distance, Math.Abs(i - j) / (double)a.Length);
        }

        return distance;
    }
}
