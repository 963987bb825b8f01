using System.Buffers.Binary;

namespace SensorSim.Scenes.Gltf;

/// <summary>The parts of a glTF file: JSON, and the binary chunk of a .glb.</summary>
/// <param name="Json">UTF-8 text.</param>
/// <param name="Binary">The BIN chunk with its padding; null in a .gltf or a .glb without one.</param>
internal sealed record GltfContainer(ReadOnlyMemory<byte> Json, ReadOnlyMemory<byte>? Binary)
{
    private const uint Magic = 0x46546C67;
    private const uint JsonChunk = 0x4E4F534A;
    private const uint BinaryChunk = 0x004E4942;
    private const int HeaderBytes = 12;
    private const int ChunkHeaderBytes = 8;

    /// <summary>Splits a .glb into its chunks; anything that does not begin with its magic number is taken for the JSON of a .gltf.</summary>
    /// <exception cref="GltfException">A truncated or malformed .glb.</exception>
    public static GltfContainer Split(string file, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 4 || BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span) != Magic)
        {
            return IsBinaryName(file) && !BeginsLikeJson(bytes.Span)
                ? throw new GltfException(file, "byte 0", "expected \"glTF\", with which every .glb begins: this is no binary glTF; copy or export it again")
                : new(bytes, null);
        }

        int length = DeclaredLength(file, bytes);
        GltfException? wrongLength = length < bytes.Length ? WrongLength(file, (uint)length, bytes.Length) : null;
        ReadOnlyMemory<byte> chunks = bytes[HeaderBytes..length];
        (uint type, ReadOnlyMemory<byte> json) = NextChunk(file, length, wrongLength, ref chunks);
        if (type != JsonChunk)
        {
            throw new GltfException(file, $"byte {HeaderBytes + 4}", $"expected the first chunk to be JSON, found type 0x{type:X8}; export the file again");
        }

        while (!chunks.IsEmpty)
        {
            (type, ReadOnlyMemory<byte> data) = NextChunk(file, length, wrongLength, ref chunks);
            if (type == BinaryChunk)
            {
                return new(json, data);
            }
        }

        return wrongLength is not null && IsBinaryChunk(bytes.Span[length..]) ? throw wrongLength : new(json, null);
    }

    private static bool IsBinaryChunk(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= ChunkHeaderBytes && BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) == BinaryChunk;

    private static bool IsBinaryName(string file) => file.EndsWith(".glb", StringComparison.OrdinalIgnoreCase);

    private static bool BeginsLikeJson(ReadOnlySpan<byte> bytes) => bytes.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..];

    private static int DeclaredLength(string file, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < HeaderBytes)
        {
            throw new GltfException(file, null, $"the .glb header has 12 bytes and the file {bytes.Length}: it is truncated; copy or export it again");
        }

        uint version = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[4..]);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[8..]);
        if (version != 2)
        {
            throw new GltfException(file, "byte 4", $"expected .glb version 2, found {version}; convert the file to glTF 2.0");
        }

        return length >= HeaderBytes && length <= bytes.Length ? (int)length : throw WrongLength(file, length, bytes.Length);
    }

    private static GltfException WrongLength(string file, uint declared, int actual) => new(
        file,
        "byte 8",
        declared > actual
            ? $"the header declares {declared} bytes in all, expected {actual}, the size of the file: it is truncated or damaged; copy or export it again"
            : $"the header declares {declared} bytes in all, expected {actual}, the size of the file: correct the length, or copy or export the file again");

    /// <param name="file">For messages.</param>
    /// <param name="length">Where the chunks end, as the header says.</param>
    /// <param name="wrongLength">Set where the file is longer than that: a chunk that does not fit is the header's fault then.</param>
    /// <param name="chunks">What is left of them; moves behind the chunk.</param>
    private static (uint Type, ReadOnlyMemory<byte> Data) NextChunk(string file, int length, GltfException? wrongLength, ref ReadOnlyMemory<byte> chunks)
    {
        string place = $"byte {length - chunks.Length}";
        if (chunks.Length < ChunkHeaderBytes)
        {
            throw wrongLength ?? new GltfException(file, place, $"expected a chunk header of 8 bytes, found {chunks.Length}: the file is truncated; copy or export it again");
        }

        uint size = BinaryPrimitives.ReadUInt32LittleEndian(chunks.Span);
        uint type = BinaryPrimitives.ReadUInt32LittleEndian(chunks.Span[4..]);
        int room = chunks.Length - ChunkHeaderBytes;
        if (size > room)
        {
            throw wrongLength ?? new GltfException(file, place, $"the chunk declares {size} bytes and {room} are left: the file is truncated or damaged; copy or export it again");
        }

        ReadOnlyMemory<byte> data = chunks.Slice(ChunkHeaderBytes, (int)size);
        chunks = chunks[(ChunkHeaderBytes + (int)size)..];
        return (type, data);
    }
}
