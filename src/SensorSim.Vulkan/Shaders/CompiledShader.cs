using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SensorSim.Vulkan.Shaders;

/// <summary>One shader stage as SPIR-V.</summary>
public sealed class CompiledShader
{
    private const uint SpirVMagic = 0x07230203;
    private const int HeaderWords = 5;

    // OpFunctionEnd: what every shader ends with.
    private const int FunctionEnd = 56;

    /// <param name="name">File or virtual file that it came from.</param>
    /// <param name="spirV">Little-endian words, beginning with the SPIR-V magic number.</param>
    /// <exception cref="ArgumentException">Not SPIR-V.</exception>
    public CompiledShader(string name, ShaderStage stage, byte[] spirV)
    {
        if (!IsSpirV(spirV))
            throw new ArgumentException($"'{name}' is not SPIR-V.", nameof(spirV));
        Name = name;
        Stage = stage;
        SpirV = spirV;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(spirV));
    }

    public string Name { get; }

    public ShaderStage Stage { get; }

    public ReadOnlyMemory<byte> SpirV { get; }

    /// <summary>Digest of the SPIR-V in lower-case hexadecimal, for provenance.</summary>
    public string Sha256 { get; }

    /// <summary>Whether bytes are a whole module: the compiler does not always notice that a disk is full.</summary>
    internal static bool IsSpirV(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(bytes);
        if (bytes.Length % sizeof(uint) != 0 || words.Length < HeaderWords || words[0] != SpirVMagic)
            return false;
        int at = HeaderWords, last = 0;
        for (; at < words.Length && words[at] >> 16 > 0; at += (int)(words[at] >> 16))
            last = (int)(words[at] & 0xFFFF);
        return at == words.Length && last == FunctionEnd;
    }
}
