using System.Numerics;
using SensorSim.Geometry;

namespace SensorSim.Scenes.Library.Warehouse;

/// <summary>Sets goods side by side on a surface, each a little askew, none touching another.</summary>
/// <param name="scene">Receives the objects.</param>
/// <param name="random">Irregularities.</param>
internal sealed class ShelfFilling(SceneBuilder scene, LibraryRandom random)
{
    private const double LeastGap = 0.02;
    private const double MostYawDegrees = 5;

    /// <summary>Something to be set down.</summary>
    /// <param name="Category">Its category.</param>
    /// <param name="Meshes">One of these is taken, or a stack of two of it.</param>
    /// <param name="MayStack">Whether a second one may stand on top.</param>
    public sealed record Ware(string Category, IReadOnlyList<int> Meshes, bool MayStack);

    /// <summary>Fills a strip of a surface along Z.</summary>
    /// <param name="name">Names the strip's random numbers.</param>
    /// <param name="from">Where the strip begins, on the surface and in the middle of its depth.</param>
    /// <param name="length">Along Z.</param>
    /// <param name="depth">Along X: nothing stands over the edge.</param>
    /// <param name="clearance">Free height above the surface.</param>
    /// <param name="facing">+1 or -1: the side of X from which people see it.</param>
    /// <param name="wares">What to choose from.</param>
    public void Fill(string name, Vector3d from, double length, double depth, double clearance, int facing, IReadOnlyList<Ware> wares)
    {
        double z = random.Between($"{name}/start", LeastGap, 0.12);
        for (int i = 0; ; i++)
        {
            string item = $"{name}/{i}";
            Ware ware = random.Of($"{item}/ware", wares);
            int mesh = random.Of($"{item}/mesh", ware.Meshes);
            double yaw = random.Between($"{item}/yaw", -MostYawDegrees, MostYawDegrees);
            (Vector3 half, double height) = Footprint(mesh, yaw);
            if (z + (2 * half.Z) > length - LeastGap)
            {
                return;
            }

            if (height < clearance && 2 * half.X < depth)
            {
                // People set goods near the front edge, where they can reach them.
                double back = random.Between($"{item}/depth", 0.25, 1) * ((depth / 2) - half.X);
                var at = new Vector3d(from.X + (facing * back), from.Y, from.Z + z + half.Z);
                SetDown(item, ware, mesh, at, yaw + (facing > 0 ? 0 : 180), height, clearance);
            }

            z += (2 * half.Z) + random.Between($"{item}/gap", LeastGap, 0.14);
        }
    }

    private void SetDown(string item, Ware ware, int mesh, Vector3d at, double yaw, double height, double clearance)
    {
        scene.AddObject(ware.Category, mesh, at, yaw);
        if (ware.MayStack && (2 * height) + 0.05 < clearance && random.Between($"{item}/stack", 0, 1) < 0.45)
        {
            // The upper one turns no further than the lower: half of it could not hang over the edge.
            scene.AddObject(ware.Category, mesh, at + new Vector3d(0, height, 0), yaw + random.Between($"{item}/twist", -2, 2));
        }
    }

    private (Vector3 Half, double Height) Footprint(int mesh, double yawDegrees)
    {
        (Vector3 min, Vector3 max) = scene.BoundsOf(mesh);
        Vector3 size = max - min;
        // The upper one of a stack may be turned by two degrees more.
        (double sin, double cos) = Math.SinCos((Math.Abs(yawDegrees) + 2) * (Math.PI / 180));
        return (new Vector3((float)((size.X * cos) + (size.Z * sin)), size.Y, (float)((size.Z * cos) + (size.X * sin))) / 2, size.Y);
    }
}
