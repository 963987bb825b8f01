namespace SensorSim.Plugins;

/// <summary>
/// The root of everything a plugin may be. A plugin is a folder with a <c>plugin.json</c> and one public class that
/// derives from a kind: <see cref="Sensors.SampleStage{T}"/>, <see cref="Sensors.PointwiseStage{T}"/>, <see cref="Sensors.MosaicStage{T}"/>, <see cref="Sensors.NeighbourhoodStage{T}"/>,
/// <see cref="Lights.LightWaveform{T}"/>, <see cref="Cameras.Lens{T}"/>, <see cref="Physics.PhysicsBackend{T}"/> or <see cref="Style.StyleBackend{T}"/>. The class holds no state: parameters come in with each call.
/// </summary>
public abstract class Plugin
{
    private PluginCalls? _calls;
    private string _id = "";

    private protected Plugin()
    {
    }

    /// <summary>The record that holds the parameters; its properties carry <see cref="ParameterAttribute"/>.</summary>
    public abstract Type ParametersType { get; }

    internal void WatchedBy(PluginCalls calls, string id) => (_calls, _id) = (calls, id);

    /// <summary>The host's way into the author's code: accounted for where the host asked for that, else a plain call.</summary>
    /// <param name="member">What is called.</param>
    /// <param name="parameters">The record it is called with.</param>
    /// <param name="arguments">Passed on to <paramref name="body"/>.</param>
    /// <param name="body">The call.</param>
    /// <param name="isValid">Whether the host can go on with a result; null takes all.</param>
    /// <exception cref="PluginCallException">The code threw, or gave what is not valid.</exception>
    private protected TResult Call<TArguments, TResult>(
        string member, object parameters, TArguments arguments, Func<TArguments, TResult> body, Func<TResult, bool>? isValid = null)
    {
        if (_calls is null)
        {
            return body(arguments);
        }

        TResult result = _calls.Run(_id, member, parameters, arguments, body);
        return isValid is null || isValid(result)
            ? result
            : throw new PluginCallException(_id, member, parameters, $"it gives {Show(result)}, and a finite number is expected.", null);
    }

    private static string Show(object? result) => result switch
    {
        null => "nothing",
        System.Collections.IEnumerable list => $"a list with {string.Join(", ", list.Cast<object>().Where(item => item is double number && !float.IsFinite((float)number)).Distinct().Select(Show))}",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => result.ToString() ?? "",
    };
}
