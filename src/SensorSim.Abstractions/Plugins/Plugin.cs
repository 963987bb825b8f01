namespace SensorSim.Plugins;

/// <summary>
/// The root of everything a plugin may be. A plugin is a folder with a <c>plugin.json</c> and one public class that
/// derives from a kind: <see cref="Sensors.SampleStage{T}"/>, <see cref="Sensors.PointwiseStage{T}"/>, <see cref="Sensors.MosaicStage{T}"/>, <see cref="Sensors.NeighbourhoodStage{T}"/>,
/// <see cref="Lights.LightWaveform{T}"/> or <see cref="Cameras.Lens{T}"/>. The class holds no state: parameters come in with each call.
/// </summary>
public abstract class Plugin
{
    private protected Plugin()
    {
    }

    /// <summary>The record that holds the parameters; its properties carry <see cref="ParameterAttribute"/>.</summary>
    public abstract Type ParametersType { get; }
}
