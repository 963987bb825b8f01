namespace SensorSim.Style;

/// <summary>
/// A style backend with parameters <typeparamref name="T"/>. The class holds no state: what <see cref="Prepare"/> makes does. Pictures come and go as the dataset has them (sRGB, 0 to 1); of a
/// style in front of the sensor the host encodes radiance so and decodes it afterwards.
/// </summary>
public abstract class StyleBackend<T> : StyleBackend
    where T : class, new()
{
    public sealed override Type ParametersType => typeof(T);

    /// <summary>Loads what the style needs. Called once for a run.</summary>
    /// <param name="parameters">Of the style; paths of files are whole and the files are there.</param>
    /// <param name="request">Targets, seed, folder.</param>
    /// <returns>The caller disposes of it.</returns>
    /// <exception cref="StyleException">A model, a target or an endpoint is not what the parameters say.</exception>
    public abstract IStyleTransfer Prepare(T parameters, StyleRequest request);

    /// <summary>Of the given parameters; see <see cref="StyleBackend.IsDeterministicWith"/>.</summary>
    protected virtual bool IsDeterministic(T parameters) => Nature == StyleNature.Statistical;

    public sealed override bool IsDeterministicWith(object parameters) => IsDeterministic((T)parameters);

    public sealed override IStyleTransfer PrepareWith(object parameters, StyleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Target == StyleTargetUse.Required && request.Targets.Count == 0)
        {
            throw new StyleException("the style goes by real images, and none were given: name them as the target, such as real/*.png.") { IsRequestWrong = true };
        }

        IStyleTransfer transfer = Guarded(nameof(Prepare), parameters, (Backend: this, Parameters: (T)parameters, request), static of => of.Backend.Prepare(of.Parameters, of.request));
        return new GuardedTransfer(this, parameters, transfer);
    }
}
