using SensorSim.Scenes.Model;

namespace SensorSim.Hosting.Styles;

/// <summary>A style as somebody asks for it.</summary>
/// <param name="Use">The backend and its parameters.</param>
/// <param name="Target">A file, a folder or a pattern of real images; null of a style that goes by none.</param>
/// <param name="BaseFolder">Where relative paths begin.</param>
public sealed record StyleSettings(PluginUse Use, string? Target, string BaseFolder);
