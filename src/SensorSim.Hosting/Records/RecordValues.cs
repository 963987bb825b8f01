using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Geometry;

namespace SensorSim.Hosting.Records;

/// <summary>Words and vectors as records have them.</summary>
internal static class RecordValues
{
    /// <summary>A name in small letters: "grasp_fails".</summary>
    public static string WordOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>Back; null where there is none.</summary>
    /// <exception cref="FormatException">A word that no run writes.</exception>
    public static T? WordIn<T>(JsonFields fields, string key)
        where T : struct, Enum => fields.OptionalText(key) is null ? null : Enum.GetValues<T>().First(value => WordOf(value) == fields.OneOf(key, [.. Enum.GetValues<T>().Select(WordOf)]));

    public static JsonArray NumbersOf(Vector3d v) => new(v.X, v.Y, v.Z);

    public static JsonArray? NumbersOf(Vector3d? vector) => vector is { } v ? NumbersOf(v) : null;

    /// <summary>Place and turn: x, y, z, qx, qy, qz, qw.</summary>
    public static double[] NumbersOf(Pose pose) => [pose.Position.X, pose.Position.Y, pose.Position.Z, pose.Rotation.X, pose.Rotation.Y, pose.Rotation.Z, pose.Rotation.W];

    /// <summary>Back; null where there is none.</summary>
    /// <exception cref="FormatException">Not three numbers.</exception>
    public static Vector3d? VectorIn(JsonFields fields, string key) => fields.OptionalNumbers(key, 3) is { } numbers ? VectorOf(numbers) : null;

    public static Vector3d VectorOf(IReadOnlyList<double> numbers) => new(numbers[0], numbers[1], numbers[2]);
}
