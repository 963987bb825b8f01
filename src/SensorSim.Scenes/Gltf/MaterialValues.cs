using System.Numerics;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads the numbers and textures of materials. Numbers out of range are clamped with a warning.</summary>
internal sealed class MaterialValues(GltfDocument document, TextureReader textures, GltfWarnings warnings)
{
    /// <summary>A textureInfo; null when it is absent, or left out with a warning.</summary>
    public TextureBinding? Texture(JsonCursor? owner, string name, string? strengthName = null)
    {
        if (owner?.Find(name) is not JsonCursor info)
        {
            return null;
        }

        int texture = info.Get("index").Index(document.Textures);
        int texCoord = (int)info.Integer("texCoord", 0, 0, int.MaxValue);
        (Matrix3x2 transform, int? replaced) = KhrTextureTransform.Read(info);
        float strength = strengthName is null ? 1 : (float)info.Number(strengthName, 1);
        if (!textures.HasImage(texture))
        {
            warnings.Add($"{info.Path}: texture {texture} has no PNG or JPEG image and was left out.");
            return null;
        }

        if ((replaced ?? texCoord) > 1)
        {
            warnings.Add($"{info.Path}: UV set {replaced ?? texCoord} is not supported (0 and 1 are); the texture was left out.");
            return null;
        }

        return new(texture, replaced ?? texCoord, transform, strength);
    }

    /// <summary>A number from 0 to 1.</summary>
    public float Unit(JsonCursor? owner, string name, float absent) => Within(owner, name, absent, 0, 1);

    /// <summary>A number that is at least a least one.</summary>
    public float AtLeast(JsonCursor? owner, string name, float absent, float least) => Within(owner, name, absent, least, float.MaxValue);

    /// <summary>Numbers from 0 to 1.</summary>
    public double[] Factors(JsonCursor? owner, string name, double[] absent) => owner?.Find(name) is JsonCursor value
        ? Array.ConvertAll(value.Numbers(absent.Length), v => Clamp(value, v, 0, 1))
        : absent;

    /// <summary>A colour, each component from 0 to a greatest value.</summary>
    public Vector3 Color(JsonCursor owner, string name, Vector3 absent, double greatest = 1)
    {
        if (owner.Find(name) is not JsonCursor value)
        {
            return absent;
        }

        double[] color = Array.ConvertAll(value.Numbers(3), v => Clamp(value, v, 0, greatest));
        return new((float)color[0], (float)color[1], (float)color[2]);
    }

    private float Within(JsonCursor? owner, string name, float absent, double least, double greatest) =>
        owner?.Find(name) is JsonCursor value ? (float)Clamp(value, value.Number(), least, greatest) : absent;

    private double Clamp(JsonCursor at, double value, double least, double greatest)
    {
        if (value < least || value > greatest)
        {
            string range = greatest == float.MaxValue ? FormattableString.Invariant($"{least} or more") : FormattableString.Invariant($"{least}..{greatest}");
            warnings.Add(FormattableString.Invariant($"{at.Path}: {value} was clamped to {range}."));
        }

        return Math.Clamp(value, least, greatest);
    }
}
