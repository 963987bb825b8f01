namespace SensorSim.Vulkan.Shaders;

/// <summary>A file that was found: its path inside the include roots and its text.</summary>
internal sealed record SourceFile(string Path, string Text);
