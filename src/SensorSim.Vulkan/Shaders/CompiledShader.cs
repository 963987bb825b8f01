using System.Security.Cryptography;

namespace SensorSim.Vulkan.Shaders;

/// <summary>One shader stage as SPIR-V.</summary>
public sealed class CompiledShader
{
    private const uint SpirVMagic = 0x07230203;

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

    internal static bool IsSpirV(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 20 && bytes.Length % 4 == 0 && System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes) == SpirVMagic;
}
