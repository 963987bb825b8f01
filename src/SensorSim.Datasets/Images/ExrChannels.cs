using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>Which channel of a file is which sample of a pixel.</summary>
internal static class ExrChannels
{
    /// <summary>Names in the order of a plane's samples.</summary>
    public static string[] Names(int channels) => channels == 1 ? ["Z"] : channels == 2 ? ["R", "G"] : ["R", "G", "B"];

    /// <summary>Points a pipeline's channels at the interleaved samples of the chunk that starts at row <paramref name="y"/>.</summary>
    /// <exception cref="ImageFormatException">The file has other channels, or they are not full-resolution float32.</exception>
    public static unsafe void Bind(byte* pipeline, in PixelPlane plane, byte* pixels, int y)
    {
        int pixelStride = plane.Channels * sizeof(float), lineStride = plane.Width * pixelStride;
        foreach (ref ExrChannelInfo channel in Of(pipeline))
        {
            int sample = Array.IndexOf(Names(plane.Channels), ExrLibrary.NameOf(channel));
            if (sample < 0 || channel.DataType != ExrLibrary.PixelFloat || channel.Width != plane.Width)
                throw new ImageFormatException($"The OpenEXR channel '{ExrLibrary.NameOf(channel)}' is not a full-resolution float32 Z, R, G or B.");
            channel.UserBytesPerElement = sizeof(float);
            channel.UserDataType = ExrLibrary.PixelFloat;
            channel.UserPixelStride = pixelStride;
            channel.UserLineStride = lineStride;
            channel.Pixels = pixels + ((long)y * lineStride) + (sample * sizeof(float));
        }
    }

    /// <summary>The channels that the library listed at the head of a pipeline struct.</summary>
    public static unsafe Span<ExrChannelInfo> Of(byte* pipeline) => new(*(ExrChannelInfo**)pipeline, *(short*)(pipeline + sizeof(nint)));
}
