namespace SensorSim.Style;

/// <summary>What a pixel of a resized picture is made of.</summary>
public enum ResizeFilter
{
    /// <summary>A triangle that widens as the picture gets smaller: what Pillow calls BILINEAR. Of a picture that gets larger, OpenCV's INTER_LINEAR.</summary>
    Triangle,

    /// <summary>Each pixel counts by the area that it covers: OpenCV's INTER_AREA of a picture that gets smaller.</summary>
    Area,

    /// <summary>Keys' cubic with a = -1/2 that widens as the picture gets smaller: Pillow's BICUBIC, and PyTorch's with antialias. Values may lie outside 0 to 1.</summary>
    Cubic,
}
