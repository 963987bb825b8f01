using System.Runtime.InteropServices;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>
/// Encodes float32 planes as OpenEXR through OpenEXRCore: scan lines, ZIP, one part. One channel is written as Z
/// (depth, metres), two as R, G (texture coordinates), three as R, G, B (linear radiance, places). Keeps its buffer: use one per thread. The same plane gives the
/// same bytes with the same library.
/// </summary>
public sealed class ExrWriter
{
    private readonly GrowingBuffer _file = new();

    /// <summary>The encoded file, valid until the next call.</summary>
    /// <exception cref="ArgumentException">Not float32, or not one to three channels.</exception>
    /// <exception cref="ImageFormatException">The library is missing or refused.</exception>
    public ReadOnlyMemory<byte> Encode(in PixelPlane plane)
    {
        if (plane.SampleType != SampleType.Float32 || plane.Channels is not (1 or 2 or 3) || plane.Bytes.Length != plane.ByteCount || plane.ByteCount == 0)
        {
            throw new ArgumentException(
                $"OpenEXR is written from 1 to 3 channels of float32, not {plane.Channels} of {plane.SampleType} in {plane.Bytes.Length} bytes.", nameof(plane));
        }

        _file.Clear();
        GCHandle handle = GCHandle.Alloc(_file);
        try
        {
            Encode(plane, GCHandle.ToIntPtr(handle));
        }
        catch (DllNotFoundException e)
        {
            throw new ImageFormatException("libOpenEXRCore-3_1.so.30 is not installed; on Debian: apt-get install libopenexr-3-1-30.", e);
        }
        finally
        {
            handle.Free();
        }

        return _file.Written;
    }

    private static unsafe void Encode(in PixelPlane plane, nint stream)
    {
        ExrContextInitializer initializer = ExrContextInitializer.Create(stream);
        initializer.Write = &Write;
        ExrLibrary.Check(ExrLibrary.StartWrite(out nint context, "plane.exr", ExrLibrary.WriteDirectly, initializer));
        try
        {
            ExrLibrary.Check(ExrLibrary.AddPart(context, "plane", ExrLibrary.StorageScanline, out int part));
            ExrLibrary.Check(ExrLibrary.InitializeAttributes(context, part, plane.Width, plane.Height, ExrLibrary.CompressionZip));
            foreach (string name in ExrChannels.Names(plane.Channels))
                ExrLibrary.Check(ExrLibrary.AddChannel(context, part, name, ExrLibrary.PixelFloat, 0, 1, 1));
            ExrLibrary.Check(ExrLibrary.WriteHeader(context));
            fixed (byte* pixels = plane.Bytes.Span)
                WriteChunks(context, plane, pixels);
            ExrLibrary.Check(ExrLibrary.Finish(ref context)); // writes the table of chunks
        }
        finally
        {
            if (context != 0)
                _ = ExrLibrary.Finish(ref context);
        }
    }

    private static unsafe void WriteChunks(nint context, in PixelPlane plane, byte* pixels)
    {
        ExrLibrary.Check(ExrLibrary.GetScanlinesPerChunk(context, 0, out int lines));
        byte* pipeline = stackalloc byte[ExrLibrary.PipelineBytes];
        for (int y = 0; y < plane.Height; y += lines)
        {
            new Span<byte>(pipeline, ExrLibrary.PipelineBytes).Clear();
            ExrLibrary.Check(ExrLibrary.WriteChunkInfo(context, 0, y, out ExrChunkInfo chunk));
            ExrLibrary.Check(ExrLibrary.EncodingInitialize(context, 0, chunk, (nint)pipeline));
            try
            {
                ExrChannels.Bind(pipeline, plane, pixels, y);
                ExrLibrary.Check(ExrLibrary.EncodingChooseRoutines(context, 0, (nint)pipeline));
                ExrLibrary.Check(ExrLibrary.EncodingRun(context, 0, (nint)pipeline));
            }
            finally
            {
                _ = ExrLibrary.EncodingDestroy(context, (nint)pipeline);
            }
        }
    }

    [UnmanagedCallersOnly]
    private static unsafe long Write(nint context, nint user, byte* buffer, ulong count, ulong offset, nint error)
    {
        var file = (GrowingBuffer)GCHandle.FromIntPtr(user).Target!;
        try
        {
            file.WriteAt(checked((int)offset), new ReadOnlySpan<byte>(buffer, checked((int)count)));
            return (long)count;
        }
        catch (Exception e) when (e is OverflowException or OutOfMemoryException)
        {
            return -1; // the library turns this into an error code; an exception may not cross its frames
        }
    }
}
