using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.UnitTests.Cameras;

/// <summary>The lens that docs/plugins.md shows.</summary>
internal sealed class UnifiedLens : Lens<UnifiedParameters>
{
    public override ImagePoint? Project(UnifiedParameters p, in Vector3d direction)
    {
        Vector3d d = direction.Normalized();
        double z = d.Z + p.Xi;
        return z > 0 ? new((1 + p.Xi) * d.X / z, (1 + p.Xi) * d.Y / z) : null;
    }

    public override Vector3d? Unproject(UnifiedParameters p, in ImagePoint place)
    {
        (double x, double y) = (place.X / (1 + p.Xi), place.Y / (1 + p.Xi));
        double r2 = (x * x) + (y * y), root = 1 + ((1 - (p.Xi * p.Xi)) * r2);
        if (root < 0)
        {
            return null;
        }

        double stretch = (p.Xi + Math.Sqrt(root)) / (1 + r2);
        return new(stretch * x, stretch * y, stretch - p.Xi);
    }
}
