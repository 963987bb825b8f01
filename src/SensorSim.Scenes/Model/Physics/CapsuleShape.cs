namespace SensorSim.Scenes.Model.Physics;

/// <summary>The convex hull of two balls; with unlike radii a cone with round ends.</summary>
/// <param name="Height">Between the centres, above 0.</param>
/// <param name="RadiusBottom">Of the ball at -Y, 0 or more.</param>
/// <param name="RadiusTop">Of the ball at +Y, 0 or more; one of both is above 0.</param>
public sealed record CapsuleShape(double Height, double RadiusBottom, double RadiusTop) : ColliderShape;
