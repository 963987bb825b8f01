namespace SensorSim.Rendering;

/// <summary>How depth is stored.</summary>
public enum DepthFormat
{
    /// <summary>16-bit steps of <see cref="RenderSettings.DepthStepMetres"/>, rounded half to even; 0 = nothing, 65535 = beyond range.</summary>
    Steps,

    /// <summary>float32 metres; 0 = nothing.</summary>
    Metres,
}
