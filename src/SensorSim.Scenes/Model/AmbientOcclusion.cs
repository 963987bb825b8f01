namespace SensorSim.Scenes.Model;

/// <summary>Light from all around is kept away by what stands near, as far as the image shows it.</summary>
/// <param name="RadiusMetres">How near: what is farther away keeps nothing away. Above 0.</param>
public sealed record AmbientOcclusion(double RadiusMetres)
{
    /// <summary>Where only its being there is asked for.</summary>
    public const double DefaultRadiusMetres = 0.5;
}
