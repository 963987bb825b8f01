using System.Runtime.InteropServices;
using SensorSim.Scenes.Images;

namespace SensorSim.Datasets.Images;

/// <summary>The part of OpenEXRCore's C API in use (OpenEXR 3.1, package libopenexr-3-1-30). Part index is always 0.</summary>
internal static partial class ExrLibrary
{
    public const int StorageScanline = 0;
    public const int CompressionZip = 3;
    public const int PixelFloat = 2;
    public const int WriteDirectly = 0;

    /// <summary>More than either pipeline struct of 3.1 takes (504 and 480 bytes); both start with the channel array and its count.</summary>
    public const int PipelineBytes = 1024;

    private const string Library = "libOpenEXRCore-3_1.so.30";

    [LibraryImport(Library, EntryPoint = "exr_start_write", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int StartWrite(out nint context, string name, int mode, in ExrContextInitializer initializer);

    [LibraryImport(Library, EntryPoint = "exr_start_read", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int StartRead(out nint context, string name, in ExrContextInitializer initializer);

    [LibraryImport(Library, EntryPoint = "exr_finish")]
    public static partial int Finish(ref nint context);

    [LibraryImport(Library, EntryPoint = "exr_add_part", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddPart(nint context, string name, int storage, out int part);

    [LibraryImport(Library, EntryPoint = "exr_initialize_required_attr_simple")]
    public static partial int InitializeAttributes(nint context, int part, int width, int height, int compression);

    [LibraryImport(Library, EntryPoint = "exr_add_channel", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddChannel(nint context, int part, string name, int type, int treatment, int xSampling, int ySampling);

    [LibraryImport(Library, EntryPoint = "exr_write_header")]
    public static partial int WriteHeader(nint context);

    [LibraryImport(Library, EntryPoint = "exr_get_storage")]
    public static partial int GetStorage(nint context, int part, out int storage);

    [LibraryImport(Library, EntryPoint = "exr_get_data_window")]
    public static partial int GetDataWindow(nint context, int part, out ExrBox window);

    [LibraryImport(Library, EntryPoint = "exr_get_scanlines_per_chunk")]
    public static partial int GetScanlinesPerChunk(nint context, int part, out int lines);

    [LibraryImport(Library, EntryPoint = "exr_write_scanline_chunk_info")]
    public static partial int WriteChunkInfo(nint context, int part, int y, out ExrChunkInfo chunk);

    [LibraryImport(Library, EntryPoint = "exr_read_scanline_chunk_info")]
    public static partial int ReadChunkInfo(nint context, int part, int y, out ExrChunkInfo chunk);

    [LibraryImport(Library, EntryPoint = "exr_encoding_initialize")]
    public static partial int EncodingInitialize(nint context, int part, in ExrChunkInfo chunk, nint pipeline);

    [LibraryImport(Library, EntryPoint = "exr_encoding_choose_default_routines")]
    public static partial int EncodingChooseRoutines(nint context, int part, nint pipeline);

    [LibraryImport(Library, EntryPoint = "exr_encoding_run")]
    public static partial int EncodingRun(nint context, int part, nint pipeline);

    [LibraryImport(Library, EntryPoint = "exr_encoding_destroy")]
    public static partial int EncodingDestroy(nint context, nint pipeline);

    [LibraryImport(Library, EntryPoint = "exr_decoding_initialize")]
    public static partial int DecodingInitialize(nint context, int part, in ExrChunkInfo chunk, nint pipeline);

    [LibraryImport(Library, EntryPoint = "exr_decoding_choose_default_routines")]
    public static partial int DecodingChooseRoutines(nint context, int part, nint pipeline);

    [LibraryImport(Library, EntryPoint = "exr_decoding_run")]
    public static partial int DecodingRun(nint context, int part, nint pipeline);

    [LibraryImport(Library, EntryPoint = "exr_decoding_destroy")]
    public static partial int DecodingDestroy(nint context, nint pipeline);

    [LibraryImport(Library, EntryPoint = "exr_get_default_error_message")]
    private static partial nint ErrorMessage(int code);

    /// <exception cref="ImageFormatException">The result is an error.</exception>
    public static void Check(int result)
    {
        if (result != 0)
            throw new ImageFormatException($"OpenEXR: {Marshal.PtrToStringUTF8(ErrorMessage(result)) ?? $"error {result}"}.");
    }

    /// <summary>The name of a channel that a pipeline lists.</summary>
    public static string NameOf(in ExrChannelInfo channel) => Marshal.PtrToStringUTF8(channel.Name) ?? "";
}
