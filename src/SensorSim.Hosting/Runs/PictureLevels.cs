using System.Globalization;
using SensorSim.Signals;

namespace SensorSim.Hosting.Runs;

/// <summary>How bright a camera's pictures are, counted over a run: finds exposures that show next to nothing.</summary>
/// <param name="Pictures">How many.</param>
/// <param name="Pixels">That were looked at in them.</param>
/// <param name="Dark">Pixels all of whose channels are below <see cref="DarkLevel"/>.</param>
/// <param name="Clipped">Pixels all of whose channels are at <see cref="ClippedLevel"/> or above.</param>
/// <param name="Sum">Of the levels of all channels, in shares of a pixel.</param>
internal readonly record struct PictureLevels(long Pictures, long Pixels, long Dark, long Clipped, double Sum)
{
    /// <summary>Of 255: below it a person sees black.</summary>
    public const byte DarkLevel = 10;

    /// <summary>Of 255: from it on nothing is told apart.</summary>
    public const byte ClippedLevel = 250;

    /// <summary>From this share on pictures are called nearly all of one kind. So much darkness over a whole run is hardly meant: a dark room has a lamp in it.</summary>
    public const double NearlyAll = 0.97;

    /// <summary>This share of clipped pixels over a whole run is hardly meant: a sky or a window may be, and is not most of what a camera is put up for.</summary>
    public const double HardlyMeantClipped = 0.5;

    /// <summary>Of 255: pictures darker than this in the mean show nothing, however a sensor's noise lifts single pixels.</summary>
    private const double DarkMean = 6;

    /// <summary>Mean level, of 255.</summary>
    public double Mean => Pixels == 0 ? 0 : Sum / Pixels;

    // As many tell a share to a fraction of a per cent. Every so many of an odd number are of all columns.
    private const int EnoughPixels = 1 << 14;

    /// <summary>The levels of one picture, of pixels all over it; none of what has other than eight bits, which may be raw data of any scale.</summary>
    public static PictureLevels Of(in PixelPlane picture)
    {
        if (picture.SampleType != SampleType.UInt8)
        {
            return default;
        }

        ReadOnlySpan<byte> bytes = picture.Bytes.Span;
        int channels = picture.Channels;
        long dark = 0, clipped = 0, sum = 0;
        int pixels = bytes.Length / channels, step = (pixels / EnoughPixels) | 1, seen = 0;
        for (int pixel = 0; pixel < pixels; pixel += step, seen++)
        {
            byte least = byte.MaxValue, most = 0;
            foreach (byte level in bytes.Slice(pixel * channels, channels))
            {
                (least, most, sum) = (Math.Min(least, level), Math.Max(most, level), sum + level);
            }

            dark += most < DarkLevel ? 1 : 0;
            clipped += least >= ClippedLevel ? 1 : 0;
        }

        return new(1, seen, dark, clipped, (double)sum / channels);
    }

    public static PictureLevels operator +(PictureLevels a, PictureLevels b) => new(a.Pictures + b.Pictures, a.Pixels + b.Pixels, a.Dark + b.Dark, a.Clipped + b.Clipped, a.Sum + b.Sum);

    /// <summary>What is to be said of them; null where nothing is.</summary>
    /// <param name="camera">Whose they are.</param>
    /// <param name="isExposed">Whether the camera has an exposure of its own; otherwise the program finds one.</param>
    public string? Warning(string camera, bool isExposed)
    {
        bool isDark = Dark > NearlyAll * Pixels || (Pixels > 0 && Mean < DarkMean), isClipped = Clipped > HardlyMeantClipped * Pixels;
        return !isDark && !isClipped ? null : string.Create(CultureInfo.InvariantCulture,
            $"the pictures of {camera} are {(isDark || Clipped > NearlyAll * Pixels ? "nearly all" : "for the most part")} {(isDark ? "black" : "white")}: mean level {Mean:0.#} of 255, {100.0 * (isDark ? Dark : Clipped) / Pixels:0.#} % of the pixels of {(Pictures == 1 ? "one picture" : $"{Pictures} pictures")} {(isDark ? "below" : "at or above")} {(isDark ? DarkLevel : ClippedLevel)}; {Advice(isDark, isExposed)}");
    }

    private static string Advice(bool isDark, bool isExposed) => (isDark, isExposed) switch
    {
        (true, true) => "give its exposure a longer time_s, a higher iso or a smaller f_number, or the scene more light: lamps, or environment.intensity (an .hdr gives 1 nit for each of its units, and a room has hundreds)",
        (false, true) => "give its exposure a shorter time_s, a lower iso or a larger f_number, or the scene less light: environment.intensity, lamps",
        (true, false) => "look at the camera's pose (behind a wall it is dark), at the scene's light (environment.intensity, lamps) and at the sensor's stages: the exposure is the program's own",
        _ => "look at the scene's light (environment.intensity, lamps) and at the sensor's stages: the exposure is the program's own",
    };
}
