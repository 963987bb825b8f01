namespace SensorSim.Plugins.StyleCosmos;

/// <summary>How an endpoint wants videos inside JSON.</summary>
public enum MediaForm
{
    /// <summary>As its OpenAPI document says; base64 where it says nothing.</summary>
    Auto,
    Base64,
    DataUrl,
}
