using System.Runtime.InteropServices;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>Decodes what <see cref="ExrWriter"/> writes, and any scan-line OpenEXR of float32 Z, or R, G, or R, G, B.</summary>
public static class ExrReader
{
    public static bool HasSignature(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x76, 0x2F, 0x31, 0x01]);

    /// <exception cref="ImageFormatException">Not such an OpenEXR, damaged, or the library is missing.</exception>
    public static unsafe PixelPlane Decode(ReadOnlySpan<byte> file)
    {
        fixed (byte* bytes = file)
        {
            var memory = new Memory { Bytes = bytes, Length = file.Length };
            ExrContextInitializer initializer = ExrContextInitializer.Create((nint)(&memory));
            initializer.Read = &Read;
            initializer.QuerySize = &QuerySize;
            return Decode(initializer);
        }
    }

    private static PixelPlane Decode(in ExrContextInitializer initializer)
    {
        nint context = 0;
        try
        {
            ExrLibrary.Check(ExrLibrary.StartRead(out context, "plane.exr", initializer));
            ExrLibrary.Check(ExrLibrary.GetStorage(context, 0, out int storage));
            if (storage != ExrLibrary.StorageScanline)
                throw new ImageFormatException("The OpenEXR file is tiled or deep; expected scan lines.");
            return ReadChunks(context);
        }
        catch (DllNotFoundException e)
        {
            throw new ImageFormatException("libOpenEXRCore-3_1.so.30 is not installed; on Debian: apt-get install libopenexr-3-1-30.", e);
        }
        finally
        {
            if (context != 0)
                _ = ExrLibrary.Finish(ref context);
        }
    }

    private static unsafe PixelPlane ReadChunks(nint context)
    {
        ExrLibrary.Check(ExrLibrary.GetDataWindow(context, 0, out ExrBox window));
        ExrLibrary.Check(ExrLibrary.GetScanlinesPerChunk(context, 0, out int lines));
        byte* pipeline = stackalloc byte[ExrLibrary.PipelineBytes];
        byte[] pixels = [];
        PixelPlane plane = default;
        for (int y = window.MinY; y <= window.MaxY; y += lines)
        {
            new Span<byte>(pipeline, ExrLibrary.PipelineBytes).Clear();
            ExrLibrary.Check(ExrLibrary.ReadChunkInfo(context, 0, y, out ExrChunkInfo chunk));
            ExrLibrary.Check(ExrLibrary.DecodingInitialize(context, 0, chunk, (nint)pipeline));
            try
            {
                if (pixels.Length == 0)
                {
                    plane = Shape(window, ExrChannels.Of(pipeline).Length);
                    pixels = new byte[plane.ByteCount];
                }

                fixed (byte* output = pixels)
                {
                    ExrChannels.Bind(pipeline, plane, output, y - window.MinY);
                    ExrLibrary.Check(ExrLibrary.DecodingChooseRoutines(context, 0, (nint)pipeline));
                    ExrLibrary.Check(ExrLibrary.DecodingRun(context, 0, (nint)pipeline));
                }
            }
            finally
            {
                _ = ExrLibrary.DecodingDestroy(context, (nint)pipeline);
            }
        }

        return plane with { Bytes = pixels };
    }

    private static PixelPlane Shape(in ExrBox window, int channels)
    {
        long width = (long)window.MaxX - window.MinX + 1, height = (long)window.MaxY - window.MinY + 1;
        if (channels is not (1 or 2 or 3) || width * height * channels * sizeof(float) > Array.MaxLength)
            throw new ImageFormatException($"An OpenEXR of {width}x{height} with {channels} channels is not read; expected Z, or R, G, or R, G, B.");
        return new((int)width, (int)height, channels, SampleType.Float32, default);
    }

    [UnmanagedCallersOnly]
    private static unsafe long QuerySize(nint context, nint user) => ((Memory*)user)->Length;

    [UnmanagedCallersOnly]
    private static unsafe long Read(nint context, nint user, byte* buffer, ulong count, ulong offset, nint error)
    {
        var memory = (Memory*)user;
        if (offset > (ulong)memory->Length)
            return 0;
        long available = Math.Min((long)Math.Min(count, (ulong)memory->Length), memory->Length - (long)offset);
        Buffer.MemoryCopy(memory->Bytes + offset, buffer, (long)Math.Min(count, long.MaxValue), available);
        return available;
    }

    private unsafe struct Memory
    {
        public byte* Bytes;
        public long Length;
    }
}
