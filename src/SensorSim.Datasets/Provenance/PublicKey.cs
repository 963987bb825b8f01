using System.Security.Cryptography;
using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Files;

namespace SensorSim.Datasets.Provenance;

/// <summary>The public half of an ECDSA P-256 key.</summary>
public sealed class PublicKey
{
    private const int RawSignatureBytes = 64;
    private static readonly string s_p256 = ECCurve.NamedCurves.nistP256.Oid.Value!;

    private readonly byte[] _subjectPublicKeyInfo;

    /// <param name="subjectPublicKeyInfo">DER.</param>
    /// <exception cref="CryptographicException">Not an EC key on P-256.</exception>
    public PublicKey(byte[] subjectPublicKeyInfo)
    {
        _subjectPublicKeyInfo = subjectPublicKeyInfo;
        using ECDsa key = Import();
        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != s_p256)
            throw new CryptographicException("The key is not on the curve P-256.");
    }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo, lower-case hex.</summary>
    public string KeyId => Convert.ToHexStringLower(SHA256.HashData(_subjectPublicKeyInfo));

    public string ToPem() => PemEncoding.WriteString("PUBLIC KEY", _subjectPublicKeyInfo) + "\n";

    /// <summary>The key of a PEM file; of a private key, its public half.</summary>
    /// <exception cref="DatasetException">Missing, or not a PEM key on P-256.</exception>
    public static PublicKey FromFile(string path)
    {
        try
        {
            return FileKinds.Obstacle(path) is { } obstacle
                ? throw new DatasetException(path, $"the key could not be read: {obstacle}.")
                : FromPem(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(path, $"the key could not be read: {FileFailure.Reason(e)}.", e);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            throw new DatasetException(
                path, "is not a PEM key on P-256: expected a text with -----BEGIN PUBLIC KEY-----, as in the dataset's signer.pem or from openssl pkey -in KEY.pem -pubout.", e);
        }
    }

    /// <exception cref="ArgumentException">No PEM.</exception>
    /// <exception cref="CryptographicException">Not an EC key on P-256.</exception>
    public static PublicKey FromPem(string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Whether the signature is this key's over the data: 64 bytes are taken as r || s, others as DER.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using ECDsa key = Import();
        DSASignatureFormat format = signature.Length == RawSignatureBytes
            ? DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            : DSASignatureFormat.Rfc3279DerSequence;
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, format);
    }

    private ECDsa Import()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(_subjectPublicKeyInfo, out _);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
