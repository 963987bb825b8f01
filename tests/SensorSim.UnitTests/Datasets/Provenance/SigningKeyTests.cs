using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.UnitTests.Datasets.Storage;

namespace SensorSim.UnitTests.Datasets.Provenance;

public class SigningKeyTests
{
    public static SigningKey NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return SigningKey.FromPem(key.ExportPkcs8PrivateKeyPem(), "test");
    }

    // The DSSE protocol's test vector (secure-systems-lab/dsse, protocol.md).
    [Test]
    public void TheSignatureOfTheDsseProtocolHolds()
    {
        var point = new ECPoint
        {
            X = Coordinate("46950820868899156662930047687818585632848591499744589407958293238635476079160"),
            Y = Coordinate("5640078356564379163099075877009565129882514886557779369047442380624545832820"),
        };
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        var signer = new PublicKey(key.ExportSubjectPublicKeyInfo());
        byte[] signature = Convert.FromBase64String("A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==");
        byte[] signed = Dsse.PreAuthenticationEncoding("http://example.com/HelloWorld", "hello world"u8);

        Assert.That(Encoding.UTF8.GetString(signed), Is.EqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world"));
        Assert.That(signer.Verify(signed, signature));
        signed[^1] ^= 1;
        Assert.That(signer.Verify(signed, signature), Is.False);
    }

    [Test]
    public void OwnSignaturesAreDer_AndHoldOnlyForTheirData()
    {
        using SigningKey key = NewKey(), other = NewKey();
        byte[] signature = key.Sign("abc"u8);

        Assert.That(signature[0], Is.EqualTo(0x30));
        Assert.That(key.Public.Verify("abc"u8, signature));
        Assert.That(key.Public.Verify("abd"u8, signature), Is.False);
        Assert.That(other.Public.Verify("abc"u8, signature), Is.False);
        Assert.That(key.Public.Verify("abc"u8, [1, 2, 3]), Is.False);
    }

    [Test]
    public void KeysAreReadFromPemFilesAndTheEnvironment()
    {
        using var scratch = new ScratchFolder();
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(scratch["key.pem"], made.ExportECPrivateKeyPem());
        File.WriteAllText(scratch["public.pem"], made.ExportSubjectPublicKeyInfoPem());
        string id = Convert.ToHexStringLower(SHA256.HashData(made.ExportSubjectPublicKeyInfo()));

        using SigningKey key = SigningKey.FromFile(scratch["key.pem"]);

        Assert.That(key.Public.KeyId, Is.EqualTo(id));
        Assert.That(PublicKey.FromFile(scratch["public.pem"]).KeyId, Is.EqualTo(id));
        Assert.That(PublicKey.FromFile(scratch["key.pem"]).KeyId, Is.EqualTo(id));
    }

    [Test]
    public void OtherFilesAreRefusedByName()
    {
        using var scratch = new ScratchFolder();
        using var wrongCurve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(scratch["p384.pem"], wrongCurve.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(scratch["public.pem"], wrongCurve.ExportSubjectPublicKeyInfoPem());
        File.WriteAllText(scratch["text.pem"], "not a key");

        foreach (string name in new[] { "p384.pem", "public.pem", "text.pem", "missing.pem" })
        {
            Assert.That(() => SigningKey.FromFile(scratch[name]), Throws.TypeOf<DatasetException>().With.Message.Contains(name));
            Assert.That(() => PublicKey.FromFile(scratch[name]), Throws.TypeOf<DatasetException>().With.Message.Contains(name));
        }
    }

    [Test]
    public void EnvelopesSurvive_AlsoWithUrlSafeBase64()
    {
        var envelope = new DsseEnvelope("t", [0xFB, 0xFF, 0xFE], "id", [0xFF, 0xEF]);

        DsseEnvelope read = DsseEnvelope.Parse(envelope.ToBytes());
        DsseEnvelope urlSafe = DsseEnvelope.Parse(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(envelope.ToBytes()).Replace('+', '-').Replace("\"+", "\"-", StringComparison.Ordinal)));

        Assert.That(read.Payload, Is.EqualTo(envelope.Payload));
        Assert.That(read.Signature, Is.EqualTo(envelope.Signature));
        Assert.That(urlSafe.Payload, Is.EqualTo(envelope.Payload));
        Assert.That(() => DsseEnvelope.Parse("{}"u8.ToArray()), Throws.TypeOf<FormatException>());
    }

    private static byte[] Coordinate(string digits) =>
        BigInteger.Parse(digits, CultureInfo.InvariantCulture).ToByteArray(isUnsigned: true, isBigEndian: true) is var bytes && bytes.Length < 32
            ? [.. new byte[32 - bytes.Length], .. bytes]
            : bytes;
}
