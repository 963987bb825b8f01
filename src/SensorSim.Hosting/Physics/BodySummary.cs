using System.Globalization;
using System.Text.Json;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;

namespace SensorSim.Hosting.Physics;

/// <summary>One body, in SI units.</summary>
/// <param name="Name">Of its object.</param>
/// <param name="Node">Of the scene.</param>
/// <param name="Motion">dynamic, kinematic or static.</param>
/// <param name="Shapes">Kinds of colliders with their size, or how many there are.</param>
/// <param name="Colliders">How many there are.</param>
/// <param name="MassKg">Of a dynamic body.</param>
/// <param name="VolumeM3">Null where it is not known.</param>
/// <param name="CentreOfMassM">In its node's frame, without scale.</param>
/// <param name="MomentsKgM2">Principal ones.</param>
/// <param name="Friction">Coefficient.</param>
/// <param name="Restitution">Share of speed.</param>
/// <param name="IsOpen">Whether its surface has holes.</param>
/// <param name="From">shape, mass, inertia, friction and restitution: geometry, file, scenario (of this body) or everything (of all others).</param>
public sealed record BodySummary(
    string Name, int Node, string Motion, IReadOnlyList<string> Shapes, int Colliders, double? MassKg, double? VolumeM3, double[]? CentreOfMassM, double[]? MomentsKgM2, double Friction, double Restitution, bool IsOpen,
    IReadOnlyDictionary<string, string> From)
{
    /// <summary>Times gravity; null of what falls as others do, or does not fall.</summary>
    public double? GravityFactor { get; init; }

    internal static BodySummary Of(InspectedBody body)
    {
        BodyDescription description = body.Description;
        MassDescription? mass = description.Mass;
        return new(
            description.Name, body.Node, Word(description.Motion), ShapesOf(description.Colliders), description.Colliders.Count, mass?.Kilograms, body.VolumeCubicMetres,
            mass is null ? null : [mass.Centre.X, mass.Centre.Y, mass.Centre.Z], mass is null ? null : [mass.Moments.X, mass.Moments.Y, mass.Moments.Z],
            description.Surface.Friction, description.Surface.Restitution, body.IsOpen, Origins(body))
        {
            GravityFactor = description is { Motion: BodyMotion.Dynamic, GravityFactor: not 1 } ? description.GravityFactor : null,
        };
    }

    private static Dictionary<string, string> Origins(InspectedBody body)
    {
        var from = new Dictionary<string, string>(StringComparer.Ordinal) { ["shape"] = Word(body.Shape) };
        if (body.Description.Mass is not null)
        {
            (from["mass"], from["inertia"]) = (Word(body.Mass), Word(body.Inertia));
        }

        (from["friction"], from["restitution"]) = (Word(body.Friction), Word(body.Restitution));
        return from;
    }

    private static IReadOnlyList<string> ShapesOf(IReadOnlyList<Collider> colliders) => [.. colliders.GroupBy(Kind, StringComparer.Ordinal)
        .Select(kind => kind.Count() == 1 ? $"{kind.Key}{Size(kind.First())}" : string.Create(CultureInfo.InvariantCulture, $"{kind.Count()} {(kind.Key == "box" ? "boxes" : kind.Key + "s")}"))];

    private static string Kind(Collider collider) => collider switch
    {
        SphereCollider => "sphere",
        BoxCollider => "box",
        CapsuleCollider => "capsule",
        CylinderCollider => "cylinder",
        ConvexHullCollider => "hull",
        TriangleMeshCollider => "mesh",
        _ => "plane",
    };

    private static string Size(Collider collider) => collider switch
    {
        SphereCollider sphere => Invariant($" r {sphere.Radius:G3}"),
        BoxCollider { Size: Vector3d size } => Invariant($" {size.X:G3} x {size.Y:G3} x {size.Z:G3}"),
        CapsuleCollider capsule => Invariant($" r {capsule.Radius:G3} h {capsule.Height:G3}"),
        CylinderCollider cylinder => Invariant($" r {cylinder.Radius:G3} h {cylinder.Height:G3}"),
        ConvexHullCollider hull => Invariant($" of {hull.Vertices.Count} points"),
        _ => "",
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
