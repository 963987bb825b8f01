using System.Globalization;
using System.Numerics;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// Numbers as ECMAScript's Number::toString writes them (ECMA-262 §6.1.6.1.20), which RFC 8785 asks for: the shortest
/// digits that read back to the same double, "-0" as 0, exponents from 1e21 and below 1e-6.
/// </summary>
public static class CanonicalNumber
{
    /// <summary>The longest text that a number takes.</summary>
    public const int MaximumLength = 32;

    /// <summary>The largest integer below which every integer is a double: 2^53 - 1.</summary>
    public const long MaximumSafeInteger = 9007199254740991;

    /// <summary>Writes the number and returns how many characters it took.</summary>
    /// <exception cref="ArgumentException">JSON has no NaN and no infinity.</exception>
    public static int Format(double value, Span<byte> destination)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"JSON cannot hold the number {value.ToString(CultureInfo.InvariantCulture)}.", nameof(value));
        if (value == 0)
        {
            destination[0] = (byte)'0';
            return 1;
        }

        int sign = value < 0 ? 1 : 0;
        destination[0] = (byte)'-';
        Span<byte> shortest = stackalloc byte[MaximumLength], digits = stackalloc byte[MaximumLength];
        Math.Abs(value).TryFormat(shortest, out int length, default, CultureInfo.InvariantCulture);
        int count = Split(shortest[..length], digits, out int point);
        return sign + Place(digits[..count], point, destination[sign..]);
    }

    /// <summary>The number as text.</summary>
    public static string Format(double value)
    {
        Span<byte> text = stackalloc byte[MaximumLength];
        return System.Text.Encoding.ASCII.GetString(text[..Format(value, text)]);
    }

    /// <summary>
    /// The double of a JSON number's text. An integer that no double holds exactly is refused, unless it is the text that
    /// <see cref="Format(double)"/> gives (ECMAScript pads with zeros up to 21 digits).
    /// </summary>
    /// <exception cref="FormatException">Out of range, or an integer that would change.</exception>
    public static double Parse(string text)
    {
        double value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
            throw new FormatException($"The number {text} is too large for a double.");
        if (Math.Abs(value) > MaximumSafeInteger && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger exact)
            && exact != new BigInteger(value) && Format(value) != text)
        {
            throw new FormatException($"The integer {text} is not exact as a double (beyond 2^53); write it as a string.");
        }

        return value;
    }

    /// <summary>Splits .NET's shortest text ("123.45", "1.5E-07") into digits and the position of the decimal point: 0.digits · 10^point.</summary>
    private static int Split(ReadOnlySpan<byte> text, Span<byte> digits, out int point)
    {
        int e = text.IndexOf((byte)'E'), exponent = 0;
        ReadOnlySpan<byte> mantissa = e < 0 ? text : text[..e];
        if (e >= 0)
            exponent = int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int dot = mantissa.IndexOf((byte)'.'), count = 0;
        point = (dot < 0 ? mantissa.Length : dot) + exponent;
        foreach (byte c in mantissa)
        {
            if (c == (byte)'.')
                continue;
            if (count == 0 && c == (byte)'0')
                point--;
            else
                digits[count++] = c;
        }

        while (digits[count - 1] == (byte)'0')
            count--;
        return count;
    }

    /// <summary>The five cases of Number::toString, with k digits and n = <paramref name="point"/>.</summary>
    private static int Place(ReadOnlySpan<byte> digits, int point, Span<byte> text)
    {
        int k = digits.Length;
        if (point is > 21 or <= -6)
            return Exponential(digits, point - 1, text);

        if (point >= k)
        {
            digits.CopyTo(text);
            text[k..point].Fill((byte)'0');
            return point;
        }

        if (point > 0)
        {
            digits[..point].CopyTo(text);
            text[point] = (byte)'.';
            digits[point..].CopyTo(text[(point + 1)..]);
            return k + 1;
        }

        "0."u8.CopyTo(text);
        text.Slice(2, -point).Fill((byte)'0');
        digits.CopyTo(text[(2 - point)..]);
        return 2 - point + k;
    }

    private static int Exponential(ReadOnlySpan<byte> digits, int exponent, Span<byte> text)
    {
        int length = 0;
        text[length++] = digits[0];
        if (digits.Length > 1)
        {
            text[length++] = (byte)'.';
            digits[1..].CopyTo(text[length..]);
            length += digits.Length - 1;
        }

        text[length++] = (byte)'e';
        text[length++] = exponent < 0 ? (byte)'-' : (byte)'+';
        Math.Abs(exponent).TryFormat(text[length..], out int written, default, CultureInfo.InvariantCulture);
        return length + written;
    }
}
