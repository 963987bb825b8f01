using SensorSim.Geometry;

namespace SensorSim.Cameras;

/// <summary>
/// A lens with parameters <typeparamref name="T"/>: the two directions of one mapping between the rays through the camera's centre and the image
/// plane, where lengths are in units of the focal length and (0, 0) is the principal point. The renderer calls it once for each pixel of a camera
/// and follows the same rays for colour and labels.
/// </summary>
public abstract class Lens<T> : Lens
    where T : class, new()
{
    public sealed override Type ParametersType => typeof(T);

    /// <summary>Where a direction (+X right, +Y down, +Z forward; any length) is seen; null where the lens shows it nowhere, or more than once.</summary>
    public abstract ImagePoint? Project(T parameters, in Vector3d direction);

    /// <summary>The direction that is seen at a place, of any length; null beyond the edge of what the lens can see.</summary>
    public abstract Vector3d? Unproject(T parameters, in ImagePoint place);

    /// <summary>Whether the lens does nothing with these parameters: the camera is then rendered as a pinhole, to the bit.</summary>
    public virtual bool IsPinhole(T parameters) => false;

    public sealed override ImagePoint? ProjectThrough(object parameters, in Vector3d direction) => Call(
        nameof(Project), parameters, (Lens: this, Parameters: (T)parameters, direction),
        static of => of.Lens.Project(of.Parameters, of.direction),
        static place => place is not { } seen || double.IsFinite(seen.X + seen.Y));

    public sealed override Vector3d? UnprojectThrough(object parameters, in ImagePoint place) => Call(
        nameof(Unproject), parameters, (Lens: this, Parameters: (T)parameters, place),
        static of => of.Lens.Unproject(of.Parameters, of.place),
        static direction => direction is not { } seen || double.IsFinite(seen.X + seen.Y + seen.Z));

    public sealed override bool IsPinholeWith(object parameters) =>
        Call(nameof(IsPinhole), parameters, (Lens: this, Parameters: (T)parameters), static of => of.Lens.IsPinhole(of.Parameters));
}
