namespace SensorSim.Video;

/// <summary>How frames lie in an MP4 file. All three are H.264.</summary>
public enum VideoEncoding
{
    /// <summary>RGB without loss: every frame comes back to the bit. What decodes by libavcodec (ffmpeg, OpenCV, decord, torchcodec) reads it; browsers and hardware decoders do not.</summary>
    Rgb,

    /// <summary>Y'CbCr of BT.709, one chroma sample for each pixel, without further loss: within 2 codes of what was meant.</summary>
    Yuv444,

    /// <summary>Y'CbCr of BT.709, one chroma sample for four pixels: what every player and hardware decoder reads. Edges of colour are no longer exact. Needs an even width and height.</summary>
    Yuv420,
}
