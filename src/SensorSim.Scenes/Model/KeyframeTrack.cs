namespace SensorSim.Scenes.Model;

/// <summary>
/// Keyframes and the rule between them, as in glTF 2.0, appendix C. Before the first keyframe the track holds its first value, after the
/// last one its last.
/// </summary>
/// <param name="TimesSeconds">Strictly increasing, at least one.</param>
/// <param name="Values">
/// <paramref name="Components"/> for each keyframe; for a cubic spline three times as many: in-tangent, value and out-tangent.
/// </param>
/// <param name="Components">Of one value: 3, 4 for a quaternion, or the number of morph targets.</param>
/// <param name="Interpolation">The rule between keyframes.</param>
/// <param name="IsRotation">Whether values are unit quaternions.</param>
public sealed record KeyframeTrack(float[] TimesSeconds, float[] Values, int Components, Interpolation Interpolation, bool IsRotation)
{
    public double EndSeconds => TimesSeconds[^1];

    /// <summary>The value at an instant.</summary>
    /// <param name="seconds">On the animation's clock.</param>
    /// <param name="value">Takes <see cref="Components"/> numbers.</param>
    public void Sample(double seconds, Span<double> value)
    {
        int next = Array.FindIndex(TimesSeconds, time => time > seconds);
        if (next <= 0 || Interpolation == Interpolation.Step)
        {
            CopyKey(next < 0 ? TimesSeconds.Length - 1 : Math.Max(next - 1, 0), value);
            return;
        }

        double span = (double)TimesSeconds[next] - TimesSeconds[next - 1];
        double t = (seconds - TimesSeconds[next - 1]) / span;
        if (Interpolation == Interpolation.CubicSpline)
        {
            Spline(next, t, span, value);
        }
        else if (IsRotation)
        {
            Arc(next, t, value);
        }
        else
        {
            Line(next, t, value);
        }

        if (IsRotation)
        {
            Normalize(value);
        }
    }

    private int KeyOffset(int key) => Interpolation == Interpolation.CubicSpline ? ((3 * key) + 1) * Components : key * Components;

    private void CopyKey(int key, Span<double> value)
    {
        for (int i = 0; i < Components; i++)
        {
            value[i] = Values[KeyOffset(key) + i];
        }

        if (IsRotation)
        {
            Normalize(value);
        }
    }

    private void Line(int next, double t, Span<double> value)
    {
        int a = KeyOffset(next - 1), b = KeyOffset(next);
        for (int i = 0; i < Components; i++)
        {
            value[i] = ((1 - t) * Values[a + i]) + (t * Values[b + i]);
        }
    }

    private void Arc(int next, double t, Span<double> value)
    {
        int a = KeyOffset(next - 1), b = KeyOffset(next);
        double cosine = 0;
        for (int i = 0; i < 4; i++)
        {
            cosine += (double)Values[a + i] * Values[b + i];
        }

        double sign = cosine < 0 ? -1 : 1;
        double angle = Math.Acos(Math.Min(Math.Abs(cosine), 1));
        double sine = Math.Sin(angle);

        // Nearly equal rotations: the line is the arc, and the sine would divide by nothing.
        (double wa, double wb) = sine > 1e-6 ? (Math.Sin((1 - t) * angle) / sine, Math.Sin(t * angle) / sine) : (1 - t, t);
        for (int i = 0; i < 4; i++)
        {
            value[i] = (wa * Values[a + i]) + (sign * wb * Values[b + i]);
        }
    }

    private void Spline(int next, double t, double span, Span<double> value)
    {
        int a = KeyOffset(next - 1), b = KeyOffset(next);
        double t2 = t * t, t3 = t2 * t;
        for (int i = 0; i < Components; i++)
        {
            double outTangent = span * Values[a + Components + i], inTangent = span * Values[b - Components + i];
            value[i] = (((2 * t3) - (3 * t2) + 1) * Values[a + i]) + ((t3 - (2 * t2) + t) * outTangent)
                + (((-2 * t3) + (3 * t2)) * Values[b + i]) + ((t3 - t2) * inTangent);
        }
    }

    private static void Normalize(Span<double> q)
    {
        double length = Math.Sqrt((q[0] * q[0]) + (q[1] * q[1]) + (q[2] * q[2]) + (q[3] * q[3]));
        for (int i = 0; i < 4; i++)
        {
            q[i] = length > 0 ? q[i] / length : i == 3 ? 1 : 0;
        }
    }
}
