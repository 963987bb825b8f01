using System.Globalization;
using System.Text;

namespace SensorSim.Datasets.Provenance;

/// <summary>Dead Simple Signing Envelope, protocol version 1.</summary>
public static class Dsse
{
    /// <summary>The payload type of in-toto statements.</summary>
    public const string InTotoPayloadType = "application/vnd.in-toto+json";

    /// <summary>The pre-authentication encoding: what is signed. Lengths are byte counts in decimal.</summary>
    public static byte[] PreAuthenticationEncoding(string payloadType, ReadOnlySpan<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(payloadType);
        int typeBytes = Encoding.UTF8.GetByteCount(payloadType);
        string head = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {typeBytes} {payloadType} {payload.Length} ");
        return [.. Encoding.UTF8.GetBytes(head), .. payload];
    }
}
