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
        ImagePoint untilted = Tilt(parameters).Undo(place);
        (double x, double y) = (untilted.X, untilted.Y);

        // Far out, where a barrel flattens, a first guess at the distorted place is too near the axis, and full Newton steps may leap over the
        // turning point: each step is halved until it comes nearer.
        var here = Distortion.At(parameters, x, y);
        double error = here.Distance(untilted);
        for (int step = 0; step < NewtonSteps && error > Precision; step++)
        {
            (double dx, double dy) = here.StepTo(untilted);
            double share = 1;
            Distortion there;
            while ((there = Distortion.At(parameters, x + (share * dx), y + (share * dy))).Distance(untilted) >= error && share > 1e-6)
            {
                share /= 2;
            }

            (x, y, here) = (x + (share * dx), y + (share * dy), there);
            double left = here.Distance(untilted);
            if (left >= error)
            {
                break;
            }

            error = left;
        }

        return error < 1e-9 && IsSeenOnce(parameters, x, y) ? new Vector3d(x, y, 1) : null;
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
