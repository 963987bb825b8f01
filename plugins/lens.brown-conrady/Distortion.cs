using SensorSim.Cameras;

namespace SensorSim.Plugins.LensBrownConrady;

/// <summary>Where the radial, tangential and thin-prism terms move a place, and how they turn and stretch around it.</summary>
internal readonly record struct Distortion(ImagePoint Place, double XByX, double XByY, double YByX, double YByY, bool IsRadiallyForward)
{
    /// <summary>A positive determinant, and radii that grow: a mapping that folds along both axes at once has a positive one too.</summary>
    public bool KeepsOrientation => IsRadiallyForward && (XByX * YByY) - (XByY * YByX) > 0;

    public static Distortion At(BrownConradyParameters p, double x, double y)
    {
        double r2 = (x * x) + (y * y);
        double above = 1 + (r2 * (p.K1 + (r2 * (p.K2 + (r2 * p.K3))))), below = 1 + (r2 * (p.K4 + (r2 * (p.K5 + (r2 * p.K6)))));
        double c = above / below;
        double aboveByR2 = p.K1 + (r2 * ((2 * p.K2) + (3 * r2 * p.K3))), belowByR2 = p.K4 + (r2 * ((2 * p.K5) + (3 * r2 * p.K6)));
        double cByR2 = (aboveByR2 - (c * belowByR2)) / below;
        double prismX = p.S1 + (2 * p.S2 * r2), prismY = p.S3 + (2 * p.S4 * r2);
        return new(
            new(
                (x * c) + (2 * p.P1 * x * y) + (p.P2 * (r2 + (2 * x * x))) + (p.S1 * r2) + (p.S2 * r2 * r2),
                (y * c) + (p.P1 * (r2 + (2 * y * y))) + (2 * p.P2 * x * y) + (p.S3 * r2) + (p.S4 * r2 * r2)),
            c + (2 * x * x * cByR2) + (2 * p.P1 * y) + (6 * p.P2 * x) + (2 * x * prismX),
            (2 * x * y * cByR2) + (2 * p.P1 * x) + (2 * p.P2 * y) + (2 * y * prismX),
            (2 * x * y * cByR2) + (2 * p.P1 * x) + (2 * p.P2 * y) + (2 * x * prismY),
            c + (2 * y * y * cByR2) + (6 * p.P1 * y) + (2 * p.P2 * x) + (2 * y * prismY),
            below > 0 && c + (2 * r2 * cByR2) > 0);
    }

    public double Distance(in ImagePoint target) => Math.Max(Math.Abs(target.X - Place.X), Math.Abs(target.Y - Place.Y));

    /// <summary>Newton's step towards the place that is moved to a target.</summary>
    public (double X, double Y) StepTo(in ImagePoint target)
    {
        double determinant = (XByX * YByY) - (XByY * YByX), x = target.X - Place.X, y = target.Y - Place.Y;
        return (((YByY * x) - (XByY * y)) / determinant, ((XByX * y) - (YByX * x)) / determinant);
    }
}
