namespace SensorSim.Scenes.Model.Physics;

/// <summary>The convex hull of two discs; with unlike radii a cone, or one without its tip.</summary>
/// <param name="Height">Between the discs, above 0.</param>
/// <param name="RadiusBottom">Of the disc at -Y, 0 or more.</param>
/// <param name="RadiusTop">Of the disc at +Y, 0 or more; one of both is above 0.</param>
public sealed record CylinderShape(double Height, double RadiusBottom, double RadiusTop) : ColliderShape;
