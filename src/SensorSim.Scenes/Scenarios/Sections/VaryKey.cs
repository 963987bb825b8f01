using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Checks a key of <c>cousins.vary</c> as far as that goes without the scene.</summary>
internal static class VaryKey
{
    /// <summary>What the values of a key must be that was probably meant; null where nobody knows.</summary>
    public static ValueRule? Meant(LocatedScalar key, ReadingLog log)
    {
        string[] parts = key.Text.Split('.');
        string? family = log.Nearest(parts[0], CousinKey.Families.Keys);
        if (family is null || CousinKey.Parse(string.Join('.', [family, .. parts[1..]])) is not { } parsed)
        {
            return null;
        }

        IReadOnlyList<CousinAttribute> attributes = CousinAttributes.Of(CousinKey.Families[family]);
        string? attribute = log.Nearest(parsed.Attribute, attributes.Select(one => one.Name));
        return attributes.FirstOrDefault(one => one.Name == attribute)?.Values;
    }

    /// <summary>What the key's values must be; null after an error.</summary>
    public static ValueRule? Check(LocatedScalar key, string path, ReadingLog log)
    {
        string text = key.Text;
        string family = text.Split('.')[0];
        if (!CousinKey.Families.TryGetValue(family, out CousinFamily kind))
        {
            log.Add(key, path, $"'{family}' is nothing that varies", ScalarReader.OneOf(CousinKey.Families.Keys), log.Nearest(family, CousinKey.Families.Keys) ?? (family == "*" ? WithItsFamily(text) : null));
            return null;
        }

        IReadOnlyList<CousinAttribute> attributes = CousinAttributes.Of(kind);
        string[] names = [.. attributes.Select(a => a.Name), .. kind == CousinFamily.Objects ? [CousinAttributes.Pose] : Array.Empty<string>()];
        if (CousinKey.Parse(text) is not { } parsed)
        {
            log.Add(key, path, "the key has too few parts", Shape(kind, family, names));
            return null;
        }

        if (kind == CousinFamily.Parameters)
        {
            return ValueRule.Anything;
        }

        CousinAttribute? attribute = CousinAttributes.Find(parsed);
        if (attribute is null)
        {
            log.Add(key, path, $"'{parsed.Attribute}' of {family} does not vary", ScalarReader.OneOf(names), log.Nearest(parsed.Attribute, names));
        }

        return attribute?.Values;
    }

    // Who writes "*.intensity" means the lamps'.
    private static string? WithItsFamily(string key)
    {
        string[] families = [.. CousinKey.Families.Keys.Where(family => CousinKey.Parse($"{family}.{key}") is { } parsed && CousinAttributes.Find(parsed) is not null)];
        return families is [var only] ? $"{only}.{key}" : null;
    }

    private static string Shape(CousinFamily kind, string family, string[] names) => kind switch
    {
        CousinFamily.Parameters => $"{family}.NAME",
        _ when CousinKey.IsSingle(kind) => $"{family}.ATTRIBUTE with {ScalarReader.OneOf(names)}",
        _ => $"{family}.PATTERN.ATTRIBUTE with {ScalarReader.OneOf(names)}",
    };
}
