using SensorSim.Geometry;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_implicit_shapes: solids that need no mesh. What a shape leaves out has the extension's default.</summary>
internal static class KhrImplicitShapes
{
    public const string Name = "KHR_implicit_shapes";

    public static GltfArray Shapes(JsonCursor root) => new("shapes", root.Find("extensions")?.Find(Name)?.Items("shapes") ?? []);

    public static ColliderShape Read(JsonCursor shape)
    {
        JsonCursor type = shape.Get("type");
        return type.Text() switch
        {
            "sphere" => new SphereShape(Positive(shape.Find("sphere"), "radius", 0.5)),
            "box" => new BoxShape(Size(shape.Find("box")?.Find("size"))),
            "capsule" => Round(shape, "capsule", static (height, bottom, top) => new CapsuleShape(height, bottom, top)),
            "cylinder" => Round(shape, "cylinder", static (height, bottom, top) => new CylinderShape(height, bottom, top)),
            "plane" => new PlaneShape(Optional(shape.Find("plane"), "sizeX"), Optional(shape.Find("plane"), "sizeZ")),
            string other => throw type.Error($"expected \"sphere\", \"box\", \"capsule\", \"cylinder\" or \"plane\", found \"{other}\"; correct the type"),
        };
    }

    private static ColliderShape Round(JsonCursor shape, string type, Func<double, double, double, ColliderShape> of)
    {
        JsonCursor? own = shape.Find(type);
        double height = Positive(own, "height", 0.5), bottom = NotNegative(own, "radiusBottom"), top = NotNegative(own, "radiusTop");
        return bottom + top > 0
            ? of(height, bottom, top)
            : throw own!.Error("both radii are 0; expected one above 0: correct the shape");
    }

    private static Vector3d Size(JsonCursor? size) => size?.Numbers(3) is not { } sides
        ? new(1, 1, 1)
        : Array.TrueForAll(sides, side => side > 0) ? new(sides[0], sides[1], sides[2]) : throw size.Error("expected three lengths above 0; correct the size");

    private static double Positive(JsonCursor? own, string name, double absent) => Optional(own, name) ?? absent;

    private static double? Optional(JsonCursor? own, string name) => own?.Find(name) is not { } value
        ? null
        : value.Number() > 0 ? value.Number() : throw value.Error($"expected a length above 0, found {value.Number()}; correct the value");

    private static double NotNegative(JsonCursor? own, string name) => own?.Find(name) is not { } value
        ? 0.25
        : value.Number() >= 0 ? value.Number() : throw value.Error($"expected 0 or more, found {value.Number()}; correct the value");
}
