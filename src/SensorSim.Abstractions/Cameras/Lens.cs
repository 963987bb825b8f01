using SensorSim.Geometry;
using SensorSim.Plugins;

namespace SensorSim.Cameras;

/// <summary>Where a lens shows what. See <see cref="Lens{T}"/>.</summary>
public abstract class Lens : Plugin
{
    private protected Lens()
    {
    }

    /// <summary>Horizontal field of view of a camera that says none, degrees; null when it must say one.</summary>
    public virtual double? DefaultHorizontalFieldOfViewDegrees => null;

    /// <summary>How far to the right the image begins anew, in focal lengths: 2π of a panorama; null where no direction is seen again.</summary>
    public virtual double? HorizontalPeriod => null;

    /// <inheritdoc cref="Lens{T}.Project"/>
    public abstract ImagePoint? ProjectThrough(object parameters, in Vector3d direction);

    /// <inheritdoc cref="Lens{T}.Unproject"/>
    public abstract Vector3d? UnprojectThrough(object parameters, in ImagePoint place);

    /// <inheritdoc cref="Lens{T}.IsPinhole"/>
    public abstract bool IsPinholeWith(object parameters);
}
