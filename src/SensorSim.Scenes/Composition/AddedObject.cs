using SensorSim.Geometry;

namespace SensorSim.Scenes.Composition;

/// <summary>One object that a scenario adds to its scene.</summary>
/// <param name="Name">Of its node.</param>
/// <param name="Item">What it is unless a draw says otherwise: "builtin:mug", or a glTF file.</param>
/// <param name="Category">What its node says in <c>extras.category</c>.</param>
/// <param name="At">Where its origin is: metres, world.</param>
/// <param name="YawDegrees">A turn about +Y.</param>
public sealed record AddedObject(string Name, string Item, string Category, Vector3d At, double YawDegrees)
{
    /// <summary>Times its size, above 0.</summary>
    public double Scale { get; init; } = 1;
}
