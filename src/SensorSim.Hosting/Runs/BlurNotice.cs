using static System.FormattableString;

namespace SensorSim.Hosting.Runs;

/// <summary>Says that frames are slow because of their blur, before the first such frame is rendered: as if nothing happened is how it looks otherwise.</summary>
/// <param name="say">Told a line.</param>
internal sealed class BlurNotice(Action<string> say)
{
    /// <summary>So many instants take a few times as long as one image.</summary>
    public const int FewestInstants = 16;

    /// <summary>Told again where it gets so many times as slow.</summary>
    private const int Again = 2;

    private int _told;

    /// <summary>Looks at a frame.</summary>
    /// <param name="camera">That takes it.</param>
    /// <param name="instants">That its exposure is the sum of.</param>
    /// <param name="hasLens">Whether what is out of focus is blurred, too.</param>
    /// <param name="exposureSeconds">Of each row.</param>
    public void Note(string camera, int instants, bool hasLens, double exposureSeconds)
    {
        if (instants < FewestInstants || instants < Again * _told)
        {
            return;
        }

        _told = instants;
        say(Invariant($"{camera}: for its {(hasLens ? "blur of motion and focus" : "motion blur")} a frame is the sum of {instants} images and takes longer accordingly; {(hasLens ? "a larger f_number, " : "")}a shorter exposure than {exposureSeconds:0.####} s (exposure.time_s), a smaller image or --msaa 1 is faster"));
    }
}
