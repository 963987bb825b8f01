using System.Runtime.InteropServices;

namespace SensorSim.Scenes.Gltf.Accessors;

/// <summary>The decoders of meshoptimizer 0.18 (Debian package libmeshoptimizer2d). Names and rules are those of meshoptimizer.h.</summary>
internal static unsafe partial class Meshoptimizer
{
    private const string Library = "libmeshoptimizer.so.2d";

    /// <summary>False for a damaged stream.</summary>
    public static bool DecodeVertices(Span<byte> vertices, int count, int stride, ReadOnlySpan<byte> packed) => Decode(vertices, count, stride, packed, DecodeVertexBuffer);

    /// <inheritdoc cref="DecodeVertices"/>
    public static bool DecodeTriangles(Span<byte> indices, int count, int stride, ReadOnlySpan<byte> packed) => Decode(indices, count, stride, packed, DecodeIndexBuffer);

    /// <inheritdoc cref="DecodeVertices"/>
    public static bool DecodeIndices(Span<byte> indices, int count, int stride, ReadOnlySpan<byte> packed) => Decode(indices, count, stride, packed, DecodeIndexSequence);

    /// <summary>Undoes a filter in place.</summary>
    public static void Unfilter(string filter, Span<byte> elements, int count, int stride)
    {
        fixed (byte* buffer = elements)
        {
            switch (filter)
            {
                case "OCTAHEDRAL":
                    DecodeFilterOct(buffer, (nuint)count, (nuint)stride);
                    break;
                case "QUATERNION":
                    DecodeFilterQuat(buffer, (nuint)count, (nuint)stride);
                    break;
                case "EXPONENTIAL":
                    DecodeFilterExp(buffer, (nuint)count, (nuint)stride);
                    break;
            }
        }
    }

    private delegate int Decoder(byte* destination, nuint count, nuint stride, byte* buffer, nuint bytes);

    private static bool Decode(Span<byte> elements, int count, int stride, ReadOnlySpan<byte> packed, Decoder decode)
    {
        fixed (byte* destination = elements, buffer = packed)
        {
            return decode(destination, (nuint)count, (nuint)stride, buffer, (nuint)packed.Length) == 0;
        }
    }

    [LibraryImport(Library, EntryPoint = "meshopt_decodeVertexBuffer")]
    private static partial int DecodeVertexBuffer(byte* destination, nuint count, nuint stride, byte* buffer, nuint bytes);

    [LibraryImport(Library, EntryPoint = "meshopt_decodeIndexBuffer")]
    private static partial int DecodeIndexBuffer(byte* destination, nuint count, nuint stride, byte* buffer, nuint bytes);

    [LibraryImport(Library, EntryPoint = "meshopt_decodeIndexSequence")]
    private static partial int DecodeIndexSequence(byte* destination, nuint count, nuint stride, byte* buffer, nuint bytes);

    [LibraryImport(Library, EntryPoint = "meshopt_decodeFilterOct")]
    private static partial void DecodeFilterOct(byte* buffer, nuint count, nuint stride);

    [LibraryImport(Library, EntryPoint = "meshopt_decodeFilterQuat")]
    private static partial void DecodeFilterQuat(byte* buffer, nuint count, nuint stride);

    [LibraryImport(Library, EntryPoint = "meshopt_decodeFilterExp")]
    private static partial void DecodeFilterExp(byte* buffer, nuint count, nuint stride);
}
