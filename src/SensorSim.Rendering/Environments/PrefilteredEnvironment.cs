using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SensorSim.Scenes.Caching;

namespace SensorSim.Rendering.Environments;

/// <summary>
/// An environment made ready for split-sum shading: its own image, levels of growing roughness filtered with the GGX lobe (viewed along the
/// normal), and the irradiance divided by π. Computed on the processor, so that every device shades with the same numbers.
/// </summary>
internal sealed class PrefilteredEnvironment
{
    private const int SmallestSide = 16;
    private const int LargestSide = 1024;
    private const int IrradianceSide = 32;
    private const int Samples = 64;

    private PrefilteredEnvironment(IReadOnlyList<OctahedralMap> levels, OctahedralMap irradiance)
    {
        Levels = levels;
        Irradiance = irradiance;
    }

    /// <summary>Nothing shines.</summary>
    public static PrefilteredEnvironment Dark { get; } = Of(EquirectangularImage.Uniform(Vector3.Zero));

    /// <summary>Level i has perceptual roughness i / (count − 1) and half the side of the level before.</summary>
    public IReadOnlyList<OctahedralMap> Levels { get; }

    /// <summary>Side of level 0.</summary>
    public int Side => Levels[0].Side;

    /// <summary>Irradiance / π: what a white Lambertian surface sends back.</summary>
    public OctahedralMap Irradiance { get; }

    /// <param name="image">Radiance from all around.</param>
    /// <param name="cache">Keeps the result for the next run with the same image; null computes it.</param>
    public static PrefilteredEnvironment Of(EquirectangularImage image, DerivedDataCache? cache = null) =>
        cache is null ? Compute(image) : FromBytes(SideFor(image), cache.GetOrMake(NameOf(image), () => Compute(image).ToBytes()));

    private static int SideFor(EquirectangularImage image) =>
        Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)image.Width / 2), 2 * SmallestSide, LargestSide);

    private static PrefilteredEnvironment Compute(EquirectangularImage image)
    {
        List<OctahedralMap> source = [OctahedralMap.Averaging(SideFor(image), image.Sample)];
        while (source[^1].Side > SmallestSide)
        {
            OctahedralMap finer = source[^1];
            source.Add(OctahedralMap.Averaging(finer.Side / 2, finer.Sample));
        }

        OctahedralMap[] levels = new OctahedralMap[source.Count];
        levels[0] = source[0];
        for (int level = 1; level < levels.Length; level++)
        {
            levels[level] = Filter(source, source[level].Side, (float)level / (levels.Length - 1));
        }

        return new(levels, Convolve(source.First(map => map.Side <= IrradianceSide)));
    }

    private static string NameOf(EquirectangularImage image) => string.Create(
        CultureInfo.InvariantCulture,
        $"{image.Width}x{image.Height}-{Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(image.Radiance.AsSpan())))}");

    // The texels of every level and of the irradiance, one after the other; the image's size tells theirs.
    private byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        foreach (OctahedralMap map in Levels.Append(Irradiance))
        {
            bytes.Write(MemoryMarshal.AsBytes(map.Texels));
        }

        return bytes.ToArray();
    }

    private static PrefilteredEnvironment FromBytes(int side, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<Vector4> rest = MemoryMarshal.Cast<byte, Vector4>(bytes);
        var levels = new List<OctahedralMap>();
        for (int levelSide = side; levelSide >= SmallestSide; levelSide /= 2)
        {
            levels.Add(new(levelSide, rest[..(levelSide * levelSide)].ToArray()));
            rest = rest[(levelSide * levelSide)..];
        }

        return new(levels, new(IrradianceSide, rest.ToArray()));
    }

    private static OctahedralMap Filter(List<OctahedralMap> source, int side, float roughness)
    {
        LobeSample[] lobe = Lobe(source, roughness * roughness);
        return OctahedralMap.From(side, normal =>
        {
            Vector3 tangent = Vector3.Normalize(Vector3.Cross(MathF.Abs(normal.Y) < 0.9f ? Vector3.UnitY : Vector3.UnitX, normal));
            Vector3 bitangent = Vector3.Cross(normal, tangent);
            Vector3 sum = Vector3.Zero;
            foreach (LobeSample sample in lobe)
            {
                Vector3 direction = (sample.Direction.X * tangent) + (sample.Direction.Y * bitangent) + (sample.Direction.Z * normal);
                sum += sample.Weight * sample.Source.Sample(direction);
            }

            return sum;
        });
    }

    // Filtered importance sampling (Křivánek and Colbert 2008): each sample reads the level whose texels are as large as its share of the lobe.
    private static LobeSample[] Lobe(List<OctahedralMap> source, float alpha)
    {
        var lobe = new List<LobeSample>();
        float a2 = alpha * alpha, total = 0;
        for (int i = 0; i < Samples; i++)
        {
            float u = (i + 0.5f) / Samples;
            float cos2 = (1 - u) / (1 + ((a2 - 1) * u));
            float cos = MathF.Sqrt(cos2), sin = MathF.Sqrt(1 - cos2);
            (float sinPhi, float cosPhi) = MathF.SinCos(i * MathF.PI * (3 - MathF.Sqrt(5)));
            var direction = new Vector3(2 * cos * sin * cosPhi, 2 * cos * sin * sinPhi, (2 * cos2) - 1);
            if (direction.Z <= 0)
            {
                continue;
            }

            float spread = (cos2 * (a2 - 1)) + 1;
            float density = a2 / (MathF.PI * spread * spread * 4);
            float texels = 4 * MathF.PI * Samples * density;
            float side = MathF.Sqrt(Math.Max(texels, 1)) + 2;
            OctahedralMap level = source.LastOrDefault(map => map.Side >= side) ?? source[0];
            lobe.Add(new(direction, direction.Z, level));
            total += direction.Z;
        }

        return [.. lobe.Select(sample => sample with { Weight = sample.Weight / total })];
    }

    private static OctahedralMap Convolve(OctahedralMap source)
    {
        (Vector3 Direction, Vector3 Value, float SolidAngle)[] texels = [.. source.Inside()];
        return OctahedralMap.From(IrradianceSide, normal =>
        {
            Vector3 sum = Vector3.Zero;
            float total = 0;
            foreach ((Vector3 direction, Vector3 value, float solidAngle) in texels)
            {
                float weight = Math.Max(Vector3.Dot(normal, direction), 0) * solidAngle;
                sum += weight * value;
                total += weight;
            }

            return sum / total;
        });
    }

    private readonly record struct LobeSample(Vector3 Direction, float Weight, OctahedralMap Source);
}
