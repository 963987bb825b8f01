namespace SensorSim.Video;

/// <summary>A video as it was read.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Frames">In the order of time.</param>
/// <param name="HasMore">The file has more frames than were asked for.</param>
public sealed record DecodedVideo(int Width, int Height, IReadOnlyList<VideoFrame> Frames, bool HasMore);
