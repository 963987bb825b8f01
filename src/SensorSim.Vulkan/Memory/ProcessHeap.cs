using System.Runtime.InteropServices;

namespace SensorSim.Vulkan.Memory;

/// <summary>
/// The C library's heap, where a software device keeps what it draws with. By default glibc gives large blocks back to the system at once and
/// asks for them anew in the next frame: with many triangles, a third of a frame is the kernel clearing pages.
/// </summary>
internal static unsafe class ProcessHeap
{
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MapThreshold = -3;

    private const int Megabyte = 1 << 20;

    /// <summary>Keeps freed memory for the next frame. Does nothing where the C library has no <c>mallopt</c>.</summary>
    public static void KeepMemory()
    {
        if (!NativeLibrary.TryLoad("libc.so.6", out nint library) || !NativeLibrary.TryGetExport(library, "mallopt", out nint address))
            return;
        var set = (delegate* unmanaged<int, int, int>)address;
        _ = set(MapThreshold, 32 * Megabyte); // the most that glibc takes
        _ = set(TrimThreshold, 512 * Megabyte);
        _ = set(TopPad, 16 * Megabyte);
    }
}
