using System.Text;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// The file <c>provenance/checkpoint.txt</c>: the checkpoint's text and, when signed, an empty line and a signature line
/// in the form of C2SP signed notes, <c>— ORIGIN BASE64(first 4 bytes of the key id, DER signature)</c>.
/// </summary>
public static class SignedCheckpoint
{
    private const int KeyHashBytes = 4;

    public static byte[] Sign(Checkpoint checkpoint, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(key);
        byte[] text = checkpoint.ToBytes();
        return [.. text, .. SignatureBlock(checkpoint, key.Public, key.Sign(text))];
    }

    /// <summary>Whether a file is this checkpoint's text followed by a valid signature of the key, and nothing else.</summary>
    public static bool Verify(ReadOnlySpan<byte> file, Checkpoint checkpoint, PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(key);
        byte[] text = checkpoint.ToBytes();
        if (!file.StartsWith(text))
            return false;

        string block = Encoding.UTF8.GetString(file[text.Length..]);
        string encoded = block.TrimEnd('\n')[(block.TrimEnd('\n').LastIndexOf(' ') + 1)..];
        byte[] decoded = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, decoded, out int length) || length <= KeyHashBytes)
            return false;
        byte[] signature = decoded[KeyHashBytes..length];
        return file[text.Length..].SequenceEqual(SignatureBlock(checkpoint, key, signature)) && key.Verify(text, signature);
    }

    private static byte[] SignatureBlock(Checkpoint checkpoint, PublicKey key, byte[] signature)
    {
        byte[] noted = [.. Convert.FromHexString(key.KeyId).AsSpan(0, KeyHashBytes), .. signature];
        return Encoding.UTF8.GetBytes($"\n— {checkpoint.Origin} {Convert.ToBase64String(noted)}\n");
    }
}
