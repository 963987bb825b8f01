using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>Solids of one density that move as one.</summary>
internal static class SolidSum
{
    /// <summary>What two of them share counts twice.</summary>
    /// <param name="solids">At least one.</param>
    public static Solid Of(IReadOnlyList<Solid> solids)
    {
        if (solids.Count == 1)
        {
            return solids[0];
        }

        double volume = solids.Sum(solid => solid.Volume);
        Vector3d centre = solids.Aggregate(Vector3d.Zero, (sum, solid) => sum + (solid.Volume / volume * solid.PerKilogram.Centre));
        double[] tensor = new double[16];
        foreach (Solid solid in solids)
        {
            double[] own = TensorOf(solid.PerKilogram, centre).ToRowMajor();
            for (int i = 0; i < tensor.Length; i++)
            {
                tensor[i] += solid.Volume / volume * own[i];
            }
        }

        return new([.. solids.SelectMany(solid => solid.Colliders)], volume, SolidOf.MassOf(new(volume, centre, Matrix4x4d.FromRowMajor(tensor).InverseAffine())));
    }

    // About a point: Steiner's rule.
    private static Matrix4x4d TensorOf(MassDescription mass, Vector3d about)
    {
        Matrix4x4d turn = new Pose(Vector3d.Zero, mass.Axes).ToMatrix();
        Matrix4x4d own = turn * Matrix4x4d.FromAxes(mass.Moments.X * Vector3d.UnitX, mass.Moments.Y * Vector3d.UnitY, mass.Moments.Z * Vector3d.UnitZ, Vector3d.Zero) * turn.InverseAffine();
        Vector3d d = mass.Centre - about;
        double square = Vector3d.Dot(d, d);
        return Matrix4x4d.FromAxes(
            own.ColumnX + (square * Vector3d.UnitX) - (d.X * d), own.ColumnY + (square * Vector3d.UnitY) - (d.Y * d), own.ColumnZ + (square * Vector3d.UnitZ) - (d.Z * d), Vector3d.Zero);
    }
}
