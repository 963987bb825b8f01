using System.Collections.Concurrent;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Collision;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>The file's colliders as solids of bodies, each prepared once for all cousins. Any thread may ask.</summary>
/// <param name="scenery">Of the scene.</param>
internal sealed class FileSolids(Scenery scenery)
{
    /// <summary>A plane with edges is so thick.</summary>
    private const double SheetMetres = 0.05;

    /// <summary>And one that has an end along one axis only is so long along the other.</summary>
    private const double EndlessMetres = 1000;

    private const double Rounding = 1e-6;

    private readonly ConcurrentDictionary<(ColliderShape Shape, Matrix4x4d Stretch, bool IsStill), Lazy<Solid>> _solids = new();

    /// <summary>A collider as a solid; null of one that is scaled to nothing.</summary>
    /// <param name="shape">In its node's space.</param>
    /// <param name="toBody">The node in the body's frame.</param>
    /// <param name="isStill">Whether nothing ever moves the body: only then may it be a plane, or follow a hollow surface.</param>
    public Solid? Of(ColliderShape shape, Matrix4x4d toBody, bool isStill)
    {
        if (Math.Abs(toBody.Determinant3x3) < 1e-18)
        {
            return null;
        }

        var stretch = Stretch.Of(toBody);
        Solid own = _solids.GetOrAdd((shape, stretch.Remainder, isStill), of => new(() => OfShape(of.Shape, of.Stretch, of.IsStill))).Value;
        return Moved(own, new(toBody.Translation, stretch.Turn));
    }

    private static Solid Moved(Solid solid, Pose to) => solid with
    {
        Colliders = [.. solid.Colliders.Select(collider => collider with { Pose = to * collider.Pose })],
        PerKilogram = solid.PerKilogram with { Centre = to.Point(solid.PerKilogram.Centre), Axes = (to.Rotation * solid.PerKilogram.Axes).Normalized() },
    };

    private Solid OfShape(ColliderShape shape, Matrix4x4d stretch, bool isStill)
    {
        var scale = new Vector3d(Math.Abs(stretch.M11), Math.Abs(stretch.M22), Math.Abs(stretch.M33));
        bool isSquare = IsSquare(stretch), isRound = isSquare && IsAlike(scale.X, scale.Z), isEven = isRound && IsAlike(scale.X, scale.Y);
        return shape switch
        {
            SphereShape sphere when isEven => RoundSolid.Sphere(scale.X * sphere.Radius),
            BoxShape box when isSquare => Box(new(scale.X * box.Size.X, scale.Y * box.Size.Y, scale.Z * box.Size.Z)),
            CapsuleShape capsule when isEven && capsule.RadiusBottom == capsule.RadiusTop => RoundSolid.Capsule(scale.X * capsule.RadiusTop, scale.X * capsule.Height),
            CylinderShape cylinder when isRound && cylinder.RadiusBottom == cylinder.RadiusTop => RoundSolid.Cylinder(scale.X * cylinder.RadiusTop, scale.Y * cylinder.Height),
            PlaneShape { SizeX: null, SizeZ: null } when isStill => new([new PlaneCollider()], 0, MassDescription.OfSphere(1, 1)),
            PlaneShape plane => Sheet(scale.X * (plane.SizeX ?? EndlessMetres), scale.Z * (plane.SizeZ ?? EndlessMetres)),
            MeshShape { IsHull: false } mesh => Surface(Corners(mesh, stretch), isStill),
            MeshShape mesh => Hull(Corners(mesh, stretch)),
            _ => Hull([.. ShapePoints.Of(shape).Select(stretch.TransformPoint)]),
        };
    }

    private List<Vector3d> Corners(MeshShape mesh, Matrix4x4d stretch) => [.. mesh.Parts.SelectMany(part => scenery.CornersOf(part.Mesh, stretch * part.ToNode))];

    private static Solid Surface(List<Vector3d> corners, bool isStill)
    {
        if (isStill)
        {
            return new(SurroundingSolid.Of(corners), 0, MassDescription.OfSphere(1, 1));
        }

        (IReadOnlyList<ConvexHull> pieces, MassProperties mass) = Scenery.PiecesOf(corners);
        return new([.. pieces.Select(piece => ConvexCollider.Of(piece, Vector3d.Zero))], mass.Volume, SolidOf.MassOf(mass));
    }

    private static Solid Hull(IReadOnlyList<Vector3d> points)
    {
        double size = Rays.Box.Around([.. points]).Size.Length;
        ConvexHull hull = QuickHull.Of(points, 1e-4 * size);
        var mass = MassProperties.Of([hull]);
        return new([ConvexCollider.Of(hull, Vector3d.Zero)], mass.Volume, SolidOf.MassOf(mass));
    }

    private static Solid Sheet(double x, double z)
    {
        Solid box = Box(new(x, SheetMetres, z));
        return Moved(box, new(new(0, -SheetMetres / 2, 0), Quaterniond.Identity));
    }

    private static Solid Box(Vector3d size) => new([new BoxCollider(size)], size.X * size.Y * size.Z, MassDescription.OfBox(1, size));

    // Files round to seven digits.
    private static bool IsAlike(double a, double b) => Math.Abs(a - b) <= Rounding * Math.Max(a, b);

    private static bool IsSquare(Matrix4x4d m) =>
        new[] { m.M12, m.M13, m.M21, m.M23, m.M31, m.M32 }.Max(Math.Abs) <= Rounding * Math.Min(Math.Abs(m.M11), Math.Min(Math.Abs(m.M22), Math.Abs(m.M33)));
}
