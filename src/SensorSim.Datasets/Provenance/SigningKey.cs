using System.Security.Cryptography;
using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Files;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// An ECDSA P-256 key pair. Signatures are over SHA-256 in ASN.1 DER, the form that openssl and sigstore read.
/// </summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>A PEM private key, or the path of one.</summary>
    public const string EnvironmentVariable = "SENSORSIM_SIGNING_KEY";

    private readonly ECDsa _key;

    private SigningKey(ECDsa key) => (_key, Public) = (key, new PublicKey(key.ExportSubjectPublicKeyInfo()));

    public PublicKey Public { get; }

    /// <exception cref="DatasetException">Missing, or not a PEM private key on P-256.</exception>
    public static SigningKey FromFile(string path)
    {
        try
        {
            return FileKinds.Obstacle(path) is { } obstacle
                ? throw new DatasetException(path, $"the signing key could not be read: {obstacle}")
                : FromPem(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(path, $"the signing key could not be read: {FileFailure.Reason(e)}", e);
        }
    }

    /// <summary>The key that the environment names, or null when it names none.</summary>
    /// <exception cref="DatasetException">The variable holds neither a key nor the path of one.</exception>
    public static SigningKey? FromEnvironment()
    {
        string? value = Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (string.IsNullOrWhiteSpace(value))
            return null;
        return value.Contains("-----BEGIN", StringComparison.Ordinal) ? FromPem(value, EnvironmentVariable) : FromFile(value);
    }

    /// <param name="pem">PKCS #8 or SEC 1.</param>
    /// <param name="source">Named in errors.</param>
    /// <exception cref="DatasetException">Not a PEM private key on P-256.</exception>
    public static SigningKey FromPem(string pem, string source)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            _ = key.ExportParameters(includePrivateParameters: true);
            return new(key);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            key.Dispose();
            throw new DatasetException(source, "is not an unencrypted PEM private key on P-256; make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256", e);
        }
    }

    /// <summary>A DER signature over the SHA-256 of the data.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => _key.Dispose();
}
