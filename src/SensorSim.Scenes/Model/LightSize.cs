namespace SensorSim.Scenes.Model;

/// <summary>How large the source of a light is, which softens its shadows.</summary>
/// <param name="AngularDiameterDegrees">Of a directional light; null leaves it as it is.</param>
/// <param name="RadiusMetres">Of a point or spot light; null leaves it as it is.</param>
public sealed record LightSize(double? AngularDiameterDegrees, double? RadiusMetres)
{
    /// <summary>A wider source is no directional light any more.</summary>
    public const double WidestDegrees = 90;

    public Light Of(Light light)
    {
        ArgumentNullException.ThrowIfNull(light);
        return light with
        {
            AngularDiameterDegrees = AngularDiameterDegrees ?? light.AngularDiameterDegrees,
            RadiusMetres = RadiusMetres ?? light.RadiusMetres,
        };
    }
}
