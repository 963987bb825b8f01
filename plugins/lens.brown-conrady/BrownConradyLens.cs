using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Plugins.LensBrownConrady;

/// <summary>
/// OpenCV's camera model (Brown 1966, Conrady 1919, with the rational, thin-prism and tilted-sensor terms). The polynomial turns back at some
/// radius: what lies beyond would be seen twice, so there the lens shows nothing.
/// </summary>
public sealed class BrownConradyLens : Lens<BrownConradyParameters>
{
    private const int NewtonSteps = 50;
    private const int StepsToPlace = 16;
    private const int StepsFromAxis = 64;
    private const double Precision = 1e-14;

    public override bool IsPinhole(BrownConradyParameters parameters) => parameters == new BrownConradyParameters();

    public override ImagePoint? Project(BrownConradyParameters parameters, in Vector3d direction)
    {
        if (direction.Z <= 0)
        {
            return null;
        }

        (double x, double y) = (direction.X / direction.Z, direction.Y / direction.Z);
        return IsSeenOnce(parameters, x, y) ? Tilt(parameters).Apply(Distortion.At(parameters, x, y).Place) : null;
    }

    public override Vector3d? Unproject(BrownConradyParameters parameters, in ImagePoint place)
    {
        if (Tilt(parameters).Undo(place) is not { } untilted)
        {
            return null;
        }

        return Seen(parameters, Search(parameters, untilted, untilted), untilted) ?? Seen(parameters, FromTheAxis(parameters, untilted), untilted);
    }

    private static Vector3d? Seen(BrownConradyParameters parameters, ImagePoint found, in ImagePoint place) =>
        Distortion.At(parameters, found.X, found.Y).Distance(place) < ToleranceAt(place) && IsSeenOnce(parameters, found.X, found.Y) ? new Vector3d(found.X, found.Y, 1) : null;

    private static double ToleranceAt(in ImagePoint place) => 1e-9 * Math.Max(1, Math.Max(Math.Abs(place.X), Math.Abs(place.Y)));

    // Strong coefficients have several places that are moved to the same one, and poles between them: outwards from the axis, a step at a time, the
    // search stays on the branch that begins there.
    private static ImagePoint FromTheAxis(BrownConradyParameters parameters, in ImagePoint place)
    {
        ImagePoint found = new(0, 0);
        bool isReached = true;
        for (int i = 1; i <= StepsFromAxis && isReached; i++)
        {
            ImagePoint target = new(place.X * i / StepsFromAxis, place.Y * i / StepsFromAxis);
            found = Search(parameters, target, found);
            isReached = Distortion.At(parameters, found.X, found.Y).Distance(target) < ToleranceAt(target);
        }

        return found;
    }

    // Newton's method. Far out, where a barrel flattens, a first guess at the distorted place is too near the axis, and full steps may leap over the
    // turning point: each step is halved until it comes nearer on this side of it.
    private static ImagePoint Search(BrownConradyParameters parameters, ImagePoint target, in ImagePoint from)
    {
        (double x, double y) = (from.X, from.Y);
        var here = Distortion.At(parameters, x, y);
        double error = here.Distance(target);
        for (int step = 0; step < NewtonSteps && error > Precision; step++)
        {
            (double dx, double dy) = here.StepTo(target);
            double share = 1;
            Distortion there;
            while (!IsNearer(there = Distortion.At(parameters, x + (share * dx), y + (share * dy))) && share > 1e-6)
            {
                share /= 2;
            }

            if (!IsNearer(there))
            {
                break;
            }

            (x, y, here, error) = (x + (share * dx), y + (share * dy), there, there.Distance(target));
        }

        return new(x, y);

        bool IsNearer(in Distortion there) => there.Distance(target) < error && (there.KeepsOrientation || !here.KeepsOrientation);
    }

    private static SensorTilt Tilt(BrownConradyParameters p) => new(p.TauX, p.TauY);

    // The mapping keeps its orientation all the way from the axis.
    private static bool IsSeenOnce(BrownConradyParameters parameters, double x, double y)
    {
        for (int i = 1; i <= StepsToPlace; i++)
        {
            double share = (double)i / StepsToPlace;
            if (!Distortion.At(parameters, share * x, share * y).KeepsOrientation)
            {
                return false;
            }
        }

        return true;
    }
}
