using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Collision;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Scenes.Bodies;

/// <summary>Solids that stand for the surfaces of objects.</summary>
internal static class SolidOf
{
    /// <summary>A solid that is as large as a shape says.</summary>
    /// <param name="body">The object.</param>
    /// <param name="shape">What stands for it.</param>
    public static Solid Shape(PlacedShape body, BodyShape shape) => shape switch
    {
        BodyShape.Box => Boxed(body.Box),
        BodyShape.Sphere => Ball(body.Box),
        BodyShape.Cylinder => Cylinder(body.Box),
        BodyShape.Hull => Around(body, [QuickHull.Of(body.Shape.Pieces.SelectMany(piece => piece.Vertices), 1e-4 * body.Box.Size.Length)]),
        _ => Around(body, body.Shape.Pieces),
    };

    private static Solid Around(PlacedShape body, IReadOnlyList<ConvexHull> pieces) =>
        new([.. pieces.Select(piece => ConvexCollider.Of(piece, body.Shape.Centre))], body.Mass.Volume, MassOf(body.Mass));

    /// <summary>Of a kilogram. The principal axes are those of the inverse as well, and its values the inverse ones.</summary>
    public static MassDescription MassOf(MassProperties mass)
    {
        Matrix4x4d inverse = mass.InverseGyration;
        Evd<double> principal = Matrix<double>.Build.DenseOfArray(new[,]
        {
            { inverse.M11, inverse.M12, inverse.M13 },
            { inverse.M12, inverse.M22, inverse.M23 },
            { inverse.M13, inverse.M23, inverse.M33 },
        }).Evd(Symmetricity.Symmetric);
        Vector3d x = Column(principal, 0), y = Column(principal, 1), z = Vector3d.Cross(x, y);
        return new()
        {
            Kilograms = 1,
            Centre = mass.Centre,
            Moments = new(1 / principal.EigenValues[0].Real, 1 / principal.EigenValues[1].Real, 1 / principal.EigenValues[2].Real),
            Axes = Stretch.TurnOf(x, y, z),
        };
    }

    private static Vector3d Column(Evd<double> principal, int index) =>
        new Vector3d(principal.EigenVectors[0, index], principal.EigenVectors[1, index], principal.EigenVectors[2, index]).Normalized();

    private static Solid Boxed(Box box) => new(
        [new BoxCollider(box.Size) { Pose = new(box.Centre, Quaterniond.Identity) }],
        box.Size.X * box.Size.Y * box.Size.Z,
        MassDescription.OfBox(1, box.Size) with { Centre = box.Centre });

    private static Solid Ball(Box box)
    {
        double radius = 0.5 * Math.Min(box.Size.X, Math.Min(box.Size.Y, box.Size.Z));
        return new(
            [new SphereCollider(radius) { Pose = new(box.Centre, Quaterniond.Identity) }],
            4.0 / 3 * Math.PI * radius * radius * radius,
            MassDescription.OfSphere(1, radius) with { Centre = box.Centre });
    }

    // Along the axis on which the two other sides are most alike.
    private static Solid Cylinder(Box box)
    {
        (double x, double y, double z) = (box.Size.X, box.Size.Y, box.Size.Z);
        (double ofX, double ofY, double ofZ) = (Math.Abs(y - z), Math.Abs(x - z), Math.Abs(x - y));
        (double height, double width, Quaterniond turn) = ofY <= ofX && ofY <= ofZ ? (y, Math.Min(x, z), Quaterniond.Identity)
            : ofX <= ofZ ? (x, Math.Min(y, z), Quaterniond.FromAxisAngle(Vector3d.UnitZ, -Math.PI / 2))
            : (z, Math.Min(x, y), Quaterniond.FromAxisAngle(Vector3d.UnitX, Math.PI / 2));
        double radius = 0.5 * width, across = ((3 * radius * radius) + (height * height)) / 12;
        return new(
            [new CylinderCollider(radius, height) { Pose = new(box.Centre, turn) }],
            Math.PI * radius * radius * height,
            new() { Kilograms = 1, Centre = box.Centre, Moments = new(across, 0.5 * radius * radius, across), Axes = turn });
    }
}
