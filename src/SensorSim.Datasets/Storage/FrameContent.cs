using SensorSim.Signals;

namespace SensorSim.Datasets.Storage;

/// <summary>A finished frame on its way to the disk.</summary>
/// <param name="Record">The record; its <c>Files</c> are filled by the writer.</param>
/// <param name="Planes">"rgb", "depth", … → pixels, read until the frame is written.</param>
public sealed record FrameContent(FrameRecord Record, IReadOnlyDictionary<string, PixelPlane> Planes)
{
    /// <summary>Files of another dataset that are this frame's, too, as they are: output → where it is.</summary>
    public IReadOnlyDictionary<string, TakenFile> Taken { get; init; } = new Dictionary<string, TakenFile>(StringComparer.Ordinal);

    /// <summary>How planes are stored; one that is not listed becomes a PNG.</summary>
    public IReadOnlyDictionary<string, PlaneEncoding> Encodings { get; init; } = new Dictionary<string, PlaneEncoding>(StringComparer.Ordinal);
}
