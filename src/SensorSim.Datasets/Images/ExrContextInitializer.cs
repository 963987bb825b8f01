using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SensorSim.Cameras;

namespace SensorSim.Datasets.Images;

/// <summary><c>exr_context_initializer_t</c>: streams are memory, sizes are limited, nothing is printed.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ExrContextInitializer
{
    public nuint Size;
    public delegate* unmanaged<nint, int, nint, void> ErrorHandler;
    public nint Allocate;
    public nint Free;
    public nint UserData;
    public delegate* unmanaged<nint, nint, byte*, ulong, ulong, nint, long> Read;
    public delegate* unmanaged<nint, nint, long> QuerySize;
    public delegate* unmanaged<nint, nint, byte*, ulong, ulong, nint, long> Write;
    public nint Destroy;
    public int MaximumImageWidth;
    public int MaximumImageHeight;
    public int MaximumTileWidth;
    public int MaximumTileHeight;
    public int ZipLevel;
    public float DwaQuality;
    public int Flags;

    /// <summary>zlib's fastest: the level PNG uses too.</summary>
    private const int FastestZip = 1;

    public static ExrContextInitializer Create(nint userData) => new()
    {
        Size = (nuint)Unsafe.SizeOf<ExrContextInitializer>(),
        ErrorHandler = &Ignore,
        UserData = userData,
        MaximumImageWidth = CameraIntrinsics.MaximumSide,
        MaximumImageHeight = CameraIntrinsics.MaximumSide,
        ZipLevel = FastestZip,
        DwaQuality = -1,
    };

    /// <summary>Errors come back as result codes; the library's default handler would print them.</summary>
    [UnmanagedCallersOnly]
    private static void Ignore(nint context, int code, nint message)
    {
    }
}
