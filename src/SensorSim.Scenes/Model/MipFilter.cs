namespace SensorSim.Scenes.Model;

/// <summary>The filter between mip levels.</summary>
public enum MipFilter
{
    /// <summary>The base level only.</summary>
    None,
    Nearest,
    Linear,
}
