namespace SensorSim.Signals;

/// <summary>
/// Decoded pixels of one image: row-major, channels interleaved, little-endian. This is what pixel digests cover.
/// </summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Channels">Samples per pixel, 1 to 4; 8 of a point cloud, which is one row of points.</param>
/// <param name="SampleType">Format of one sample.</param>
/// <param name="Bytes">Width · Height · Channels samples.</param>
public readonly record struct PixelPlane(int Width, int Height, int Channels, SampleType SampleType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Bytes that a plane of this shape must hold.</summary>
    public int ByteCount => checked(Width * Height * Channels * (int)SampleType);
}
