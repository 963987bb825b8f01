using SensorSim.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>An object as a body: what it touches others with, and how its mass lies when its density is even. In the space of the object, stretched as it is in the world.</summary>
/// <param name="Colliders">At least one.</param>
/// <param name="Volume">Cubic metres.</param>
/// <param name="PerKilogram">The mass of one kilogram of it.</param>
internal sealed record Solid(IReadOnlyList<Collider> Colliders, double Volume, MassDescription PerKilogram)
{
    public MassDescription Weighing(double kilograms) => PerKilogram with { Kilograms = kilograms, Moments = kilograms * PerKilogram.Moments };
}
