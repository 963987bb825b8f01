using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Plugins.LensKannalaBrandt;

/// <summary>
/// A direction θ from the axis is seen at the radius θ + k₁θ³ + k₂θ⁵ + k₃θ⁷ + k₄θ⁹ (Kannala and Brandt 2006, OpenCV's fisheye). θ is
/// atan2(√(X² + Y²), Z), so it goes beyond 90 degrees. Where the polynomial turns back the lens shows nothing.
/// </summary>
public sealed class KannalaBrandtLens : Lens<KannalaBrandtParameters>
{
    private const int NewtonSteps = 50;
    private const int StepsToAngle = 32;

    public override ImagePoint? Project(KannalaBrandtParameters parameters, in Vector3d direction)
    {
        double across = Math.Sqrt((direction.X * direction.X) + (direction.Y * direction.Y));
        double angle = Math.Atan2(across, direction.Z);
        if (!IsSeenOnce(parameters, angle))
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
        if (AngleOf(parameters, radius) is not { } angle || !IsSeenOnce(parameters, angle))
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

    // Newton within a bracket: radii grow up to the turning point, so a step that leaves the bracket is replaced by its middle.
    private static double? AngleOf(KannalaBrandtParameters parameters, double radius)
    {
        double low = 0, high = MaxAngle(parameters), angle = Math.Min(radius, high);
        for (int step = 0; step < NewtonSteps; step++)
        {
            double error = Radius(parameters, angle) - radius, slope = Slope(parameters, angle);
            if (Math.Abs(error) < 1e-14)
            {
                return angle;
            }

            (low, high) = error > 0 || slope <= 0 ? (low, angle) : (angle, high);
            double next = angle - (error / slope);
            angle = next > low && next < high ? next : (low + high) / 2;
        }

        return Math.Abs(Radius(parameters, angle) - radius) < 1e-9 ? angle : null;
    }

    private static double MaxAngle(KannalaBrandtParameters parameters) => parameters.MaxAngleDeg * Math.PI / 180;

    private static bool IsSeenOnce(KannalaBrandtParameters parameters, double angle)
    {
        bool grows = angle <= MaxAngle(parameters);
        for (int i = 1; i <= StepsToAngle && grows; i++)
        {
            grows = Slope(parameters, angle * i / StepsToAngle) > 0;
        }

        return grows;
    }
}
