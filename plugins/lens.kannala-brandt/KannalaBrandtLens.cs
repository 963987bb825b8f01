using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Plugins.LensKannalaBrandt;

/// <summary>
/// A direction θ from the axis is seen at the radius θ + k₁θ³ + k₂θ⁵ + k₃θ⁷ + k₄θ⁹ (Kannala and Brandt 2006, OpenCV's fisheye). θ is
/// atan2(√(X² + Y²), Z), so it goes beyond 90 degrees. Where the polynomial turns back the lens shows nothing.
/// </summary>
public sealed class KannalaBrandtLens : Lens<KannalaBrandtParameters>
{
    private const int MaximumSteps = 200;
    private const double Precision = 1e-15;

    public override ImagePoint? Project(KannalaBrandtParameters parameters, in Vector3d direction)
    {
        double across = Math.Sqrt((direction.X * direction.X) + (direction.Y * direction.Y));
        double angle = Math.Atan2(across, direction.Z);
        if (angle > AngleRange.End(parameters))
        {
            return null;
        }

        double stretch = across > 0 ? Radius(parameters, angle) / across : 0;
        return new((stretch * direction.X) + (parameters.Skew * stretch * direction.Y), stretch * direction.Y);
    }

    public override Vector3d? Unproject(KannalaBrandtParameters parameters, in ImagePoint place)
    {
        (double x, double y) = (place.X - (parameters.Skew * place.Y), place.Y);
        double radius = Math.Sqrt((x * x) + (y * y));
        if (AngleOf(parameters, radius) is not { } angle)
        {
            return null;
        }

        (double sin, double cos) = Math.SinCos(angle);
        return radius > 0 ? new(sin * x / radius, sin * y / radius, cos) : Vector3d.UnitZ;
    }

    private static double Radius(KannalaBrandtParameters p, double angle)
    {
        double t2 = angle * angle;
        return angle * (1 + (t2 * (p.K1 + (t2 * (p.K2 + (t2 * (p.K3 + (t2 * p.K4))))))));
    }

    private static double Slope(KannalaBrandtParameters p, double angle)
    {
        double t2 = angle * angle;
        return 1 + (t2 * ((3 * p.K1) + (t2 * ((5 * p.K2) + (t2 * ((7 * p.K3) + (9 * t2 * p.K4)))))));
    }

    // Radii grow up to the end of the range, so the bracket always holds the angle; a Newton step that leaves it, or does not halve what the one
    // before it left, is replaced by the bracket's middle.
    private static double? AngleOf(KannalaBrandtParameters parameters, double radius)
    {
        double low = 0, high = AngleRange.End(parameters), angle = Math.Min(radius, high), last = high;
        if (radius > Radius(parameters, high))
        {
            return null;
        }

        for (int step = 0; step < MaximumSteps && high - low > Precision * high; step++)
        {
            double error = Radius(parameters, angle) - radius, newton = error / Slope(parameters, angle);
            (low, high) = error > 0 ? (low, angle) : (angle, high);
            if (Math.Abs(newton) <= Precision * angle)
            {
                return angle;
            }

            double next = angle - newton;
            next = next > low && next < high && Math.Abs(newton) < last / 2 ? next : (low + high) / 2;
            (last, angle) = (Math.Abs(next - angle), next);
        }

        return angle;
    }
}
