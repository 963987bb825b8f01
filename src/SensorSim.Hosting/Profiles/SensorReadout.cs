using System.Globalization;
using System.Text.Json.Nodes;

namespace SensorSim.Hosting.Profiles;

/// <summary>
/// How a sensor gives an image of another size than its own. A crop is of its middle and changes nothing. Binning averages squares of k by k pixels behind their readout, as CMOS sensors do: a pixel
/// of the image counts the charge of all, the noise of each adds as independent noise does, and the numbers keep their scale. A fitted pitch is an imagined sensor of the same size with fewer, larger pixels.
/// </summary>
internal sealed class SensorReadout
{
    /// <summary>The key beside <c>profile</c>.</summary>
    public const string Key = "mode";

    private const string Crop = "crop";
    private const string Bin = "bin";
    private const string FitPitch = "fit_pitch";

    /// <summary>What it may say, the standard first.</summary>
    public static IReadOnlyList<string> Modes { get; } = [Crop, Bin, FitPitch];

    /// <summary>What k by k pixels that count as one have of a pixel's value: k to this power.</summary>
    private static readonly Dictionary<string, double> s_powers = new(StringComparer.Ordinal)
    {
        ["pixel_pitch_um"] = 1,
        ["full_well_electrons"] = 2,
        ["dark_current_electrons_per_second"] = 2,
        ["dsnu_electrons_per_second"] = 1,
        ["hot_share"] = 2,
        ["share"] = 2,
        ["prnu_percent"] = -1,
        ["read_noise_electrons"] = 1,
        ["dsnu_electrons"] = 1,
        ["temporal_electrons"] = 1.5,
        ["fixed_electrons"] = 1.5,
        ["gain_dn_per_electron"] = -2,
        ["sigma_px"] = -1,
    };

    private readonly double _pitch;
    private readonly int _bin;

    private SensorReadout(double pitch, int bin) => (_pitch, _bin) = (pitch, bin);

    /// <summary>Of a profile's sensor.</summary>
    /// <param name="profile">The sensor.</param>
    /// <param name="mode">As written; null is a crop.</param>
    /// <param name="image">The image; null where its size is not known, and the sensor's own stands for it.</param>
    /// <exception cref="ProfileException">There is no such mode, or the image is too large for it.</exception>
    public static SensorReadout Of(SensorProfile profile, JsonNode? mode, SensorArray? image)
    {
        string word = mode?.ToString() ?? Crop;
        if (!Modes.Contains(word, StringComparer.Ordinal))
        {
            throw new ProfileException($"\"{Key}\" is {mode!.ToJsonString()}; expected one of {string.Join(", ", Modes)}.");
        }

        if (profile.Array is not { } array)
        {
            return word == Crop ? new(1, 1) : throw new ProfileException($"The profile {profile.Id} does not say how many pixels its sensor has, and \"{Key}: {word}\" needs them: give it an \"array\".");
        }

        double scale = image is null ? 1 : Math.Min((double)array.Width / image.Width, (double)array.Height / image.Height);
        if (scale < 1 && word != FitPitch)
        {
            throw new ProfileException(string.Create(
                CultureInfo.InvariantCulture,
                $"The sensor of the profile {profile.Id} has {array.Width}x{array.Height} pixels, and the image {image!.Width}x{image.Height}. Ask for a smaller image, or say \"{Key}: {FitPitch}\"."));
        }

        return word switch
        {
            Bin => new(1, (int)scale),
            FitPitch => new(scale, 1),
            _ => new(1, 1),
        };
    }

    /// <summary>The profile's values as they are in this readout.</summary>
    public Dictionary<string, JsonNode?> Apply(Dictionary<string, JsonNode?> values)
    {
        foreach (string name in values.Keys.Where(s_powers.ContainsKey).ToArray())
        {
            double factor = Math.Pow(_bin, s_powers[name]) * (name == "pixel_pitch_um" ? _pitch : 1);
            if (factor != 1 && values[name] is { } value)
            {
                values[name] = value.GetValue<double>() * factor;
            }
        }

        return values;
    }
}
