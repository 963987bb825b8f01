using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>
/// The unit of 16-bit depth images. Codes: 0 = nothing hit, 1 to 65534 = metres / scale rounded half to even, 65535 =
/// beyond range.
/// </summary>
/// <param name="MetresPerUnit">Size of one step.</param>
public sealed record DepthScale(double MetresPerUnit)
{
    public const ushort NothingHit = 0;
    public const ushort BeyondRange = ushort.MaxValue;
    private const int LastCode = ushort.MaxValue - 1;

    /// <summary>1 mm, or the next of 1, 2, 5 · 10^n mm that lets a length fit.</summary>
    /// <param name="diagonalMetres">The scene's diagonal.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public static DepthScale ForDiagonal(double diagonalMetres)
    {
        if (!(diagonalMetres >= 0) || !double.IsFinite(diagonalMetres))
            throw new ArgumentOutOfRangeException(nameof(diagonalMetres), diagonalMetres, "A scene's diagonal is a finite length in metres.");
        for (double decade = 1; ; decade *= 10)
        {
            foreach (double step in (ReadOnlySpan<double>)[1, 2, 5])
            {
                // A quotient, not a product with 0.001: 0.005 and the like must be the nearest doubles.
                double metres = step * decade / 1000;
                if (diagonalMetres <= metres * LastCode)
                    return new(metres);
            }
        }
    }

    /// <summary>The code of one depth. Zero, negative, NaN and infinite metres mean that nothing was hit.</summary>
    public ushort Quantise(float metres)
    {
        if (!(metres > 0) || float.IsInfinity(metres))
            return NothingHit;
        double code = Math.Round(metres / MetresPerUnit, MidpointRounding.ToEven);
        return code > LastCode ? BeyondRange : (ushort)Math.Max(1, code);
    }

    /// <summary>A float32 plane of metres as a 16-bit plane of codes.</summary>
    /// <exception cref="ArgumentException">The plane is not one channel of float32.</exception>
    public PixelPlane Quantise(in PixelPlane metres)
    {
        if (metres.SampleType != SampleType.Float32 || metres.Channels != 1)
            throw new ArgumentException($"A depth plane has one channel of float32, not {metres.Channels} of {metres.SampleType}.", nameof(metres));
        byte[] codes = new byte[metres.Width * metres.Height * sizeof(ushort)];
        Quantise(MemoryMarshal.Cast<byte, float>(metres.Bytes.Span), MemoryMarshal.Cast<byte, ushort>(codes.AsSpan()));
        return new(metres.Width, metres.Height, 1, SampleType.UInt16, codes);
    }

    /// <summary>The same into memory of the caller's.</summary>
    public void Quantise(ReadOnlySpan<float> metres, Span<ushort> codes)
    {
        int i = 0;
        for (; i <= metres.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var block = Vector256.Create(metres[i..]);
            (Vector256<double> low, Vector256<double> high) = Vector256.Widen(block);
            Vector256<int> code = Vector256.Narrow(Vector256.ConvertToInt64(Codes(low)), Vector256.ConvertToInt64(Codes(high)));
            Vector256.Narrow(code.AsUInt32(), default).GetLower().CopyTo(codes[i..]);
        }

        for (; i < metres.Length; i++)
            codes[i] = Quantise(metres[i]);
    }

    /// <summary>Four codes in double precision; a product with 1 / scale would round some depths to a neighbour.</summary>
    private Vector256<double> Codes(Vector256<double> metres)
    {
        Vector256<double> hit = Vector256.GreaterThan(metres, Vector256<double>.Zero) & Vector256.LessThan(metres, Vector256.Create(double.PositiveInfinity));
        Vector256<double> code = Vector256.Round(metres / Vector256.Create(MetresPerUnit), MidpointRounding.ToEven);
        code = Vector256.Min(Vector256.Max(code, Vector256<double>.One), Vector256.Create((double)BeyondRange));
        return Vector256.ConditionalSelect(hit, code, Vector256<double>.Zero);
    }
}
