using SensorSim.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>Solids of revolution about y with their exact volume and inertia.</summary>
internal static class RoundSolid
{
    public static Solid Sphere(double radius) => new([new SphereCollider(radius)], 4.0 / 3 * Math.PI * radius * radius * radius, MassDescription.OfSphere(1, radius));

    public static Solid Cylinder(double radius, double height)
    {
        double across = ((3 * radius * radius) + (height * height)) / 12;
        return new([new CylinderCollider(radius, height)], Math.PI * radius * radius * height, new() { Kilograms = 1, Moments = new(across, 0.5 * radius * radius, across) });
    }

    /// <summary>A cylinder between the halves of a ball.</summary>
    public static Solid Capsule(double radius, double height)
    {
        double square = radius * radius, middle = Math.PI * square * height, ends = 4.0 / 3 * Math.PI * square * radius, volume = middle + ends;
        double along = ((middle * square / 2) + (ends * 0.4 * square)) / volume;
        double across = ((middle * ((height * height / 12) + (square / 4))) + (ends * ((0.4 * square) + (height * height / 4) + (3.0 / 8 * height * radius)))) / volume;
        return new([new CapsuleCollider(radius, height)], volume, new() { Kilograms = 1, Moments = new(across, along, across) });
    }
}
