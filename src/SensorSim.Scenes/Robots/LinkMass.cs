using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Cousins.Placement;

namespace SensorSim.Scenes.Robots;

/// <summary>The mass of a link: of its body and of all that is fixed to it.</summary>
internal static class LinkMass
{
    /// <summary>Null of what has none.</summary>
    /// <param name="model">The model.</param>
    /// <param name="body">The link.</param>
    /// <param name="jointed">Bodies that are links of their own.</param>
    public static (double Kilograms, Vector3d Centre, Vector3d Moments, Quaterniond Axes)? Of(ArticulatedModel model, int body, IReadOnlySet<int> jointed)
    {
        (MassDescription Mass, Pose Pose)[] parts = [.. Parts(model, body, Pose.Identity, jointed)];
        if (parts is [] or [{ Pose: { Position: { X: 0, Y: 0, Z: 0 }, Rotation: { X: 0, Y: 0, Z: 0 } } }])
        {
            return parts is [var (only, _)] ? (only.Kilograms, only.Centre, only.Moments, only.Axes) : null;
        }

        double kilograms = parts.Sum(part => part.Mass.Kilograms);
        Vector3d centre = (1 / kilograms) * parts.Aggregate(Vector3d.Zero, (sum, part) => sum + (part.Mass.Kilograms * part.Pose.Point(part.Mass.Centre)));
        Matrix<double> inertia = parts.Aggregate(Matrix<double>.Build.Dense(3, 3), (sum, part) => sum + About(centre, part.Mass, part.Pose));
        Evd<double> principal = inertia.Evd(Symmetricity.Symmetric);
        Vector3d x = Column(principal, 0), y = Column(principal, 1);
        return (kilograms, centre, new(principal.EigenValues[0].Real, principal.EigenValues[1].Real, principal.EigenValues[2].Real), Stretch.TurnOf(x, y, Vector3d.Cross(x, y)));
    }

    private static IEnumerable<(MassDescription Mass, Pose Pose)> Parts(ArticulatedModel model, int body, Pose pose, IReadOnlySet<int> jointed)
    {
        if (model.Bodies[body].Mass is { } mass)
        {
            yield return (mass, pose);
        }

        foreach ((int child, ModelBody fixedBody) in model.Bodies.Index().Where(other => other.Item.Parent == body && !jointed.Contains(other.Index)))
        {
            foreach ((MassDescription, Pose) part in Parts(model, child, pose * fixedBody.Pose, jointed))
            {
                yield return part;
            }
        }
    }

    // Huygens and Steiner: what turns about another point than its own centre has its mass out there besides.
    private static Matrix<double> About(Vector3d point, MassDescription mass, Pose pose)
    {
        Quaterniond turn = pose.Rotation * mass.Axes;
        Vector3d[] axes = [turn.Rotate(Vector3d.UnitX), turn.Rotate(Vector3d.UnitY), turn.Rotate(Vector3d.UnitZ)];
        double[] moments = [mass.Moments.X, mass.Moments.Y, mass.Moments.Z];
        Vector3d d = pose.Point(mass.Centre) - point;
        Matrix<double> outer(Vector3d v) => Matrix<double>.Build.Dense(3, 3, (i, j) => Part(v, i) * Part(v, j));
        Matrix<double> own = axes.Zip(moments).Aggregate(Matrix<double>.Build.Dense(3, 3), (sum, axis) => sum + (axis.Second * outer(axis.First)));
        return own + (mass.Kilograms * ((Vector3d.Dot(d, d) * Matrix<double>.Build.DenseIdentity(3)) - outer(d)));
    }

    private static double Part(Vector3d v, int index) => index switch { 0 => v.X, 1 => v.Y, _ => v.Z };

    private static Vector3d Column(Evd<double> principal, int index) =>
        new Vector3d(principal.EigenVectors[0, index], principal.EigenVectors[1, index], principal.EigenVectors[2, index]).Normalized();
}
