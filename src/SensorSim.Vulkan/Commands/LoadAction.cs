namespace SensorSim.Vulkan.Commands;

/// <summary>What an attachment holds when rendering begins.</summary>
public enum LoadAction
{
    /// <summary>What it held before.</summary>
    Load = 0,

    /// <summary>The clear value.</summary>
    Clear = 1,

    /// <summary>Anything: every pixel will be written.</summary>
    DontCare = 2,
}
