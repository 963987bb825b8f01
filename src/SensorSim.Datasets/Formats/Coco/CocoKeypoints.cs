using System.Text.Json;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Formats.Coco;

/// <summary>The keypoints of a category: those of all its objects by name, in the order of their first appearance.</summary>
internal sealed class CocoKeypoints
{
    private readonly List<string> _names = [];
    private readonly List<(int From, int To)> _bones = [];

    /// <summary>By category id; categories without keypoints are left out.</summary>
    public static IReadOnlyDictionary<int, CocoKeypoints> Of(DatasetPlan plan)
    {
        var categories = new Dictionary<int, CocoKeypoints>();
        foreach (DatasetSkeleton skeleton in plan.Skeletons ?? [])
        {
            if (!categories.TryGetValue(skeleton.CategoryId, out CocoKeypoints? keypoints))
                categories.Add(skeleton.CategoryId, keypoints = new());
            keypoints.Add(skeleton);
        }

        return categories;
    }

    /// <summary>The category's names and bones; COCO counts points from 1.</summary>
    public void WriteCategory(Utf8JsonWriter json)
    {
        json.WriteStartArray("keypoints");
        foreach (string name in _names)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteStartArray("skeleton");
        foreach ((int from, int to) in _bones)
        {
            json.WriteStartArray();
            json.WriteNumberValue(from + 1);
            json.WriteNumberValue(to + 1);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>An object's points, x, y and visibility each; three zeros for one that it lacks or that lies outside the image.</summary>
    public void WritePoints(Utf8JsonWriter json, ObjectRecord item)
    {
        Dictionary<string, KeypointRecord> points = (item.Keypoints ?? [])
            .Where(point => point is { Pixel: not null, Visibility: not KeypointRecord.Outside }).ToDictionary(point => point.Name, StringComparer.Ordinal);
        json.WriteStartArray("keypoints");
        foreach (string name in _names)
        {
            KeypointRecord? point = points.GetValueOrDefault(name);
            json.WriteNumberValue(point?.Pixel![0] ?? 0);
            json.WriteNumberValue(point?.Pixel![1] ?? 0);
            json.WriteNumberValue(point?.Visibility ?? 0);
        }

        json.WriteEndArray();
        json.WriteNumber("num_keypoints", points.Count);
    }

    private void Add(DatasetSkeleton skeleton)
    {
        _names.AddRange(skeleton.Keypoints.Where(name => !_names.Contains(name)));
        int PlaceOf(double index) => _names.IndexOf(skeleton.Keypoints[(int)index]);
        _bones.AddRange(skeleton.Edges.Select(edge => (PlaceOf(edge[0]), PlaceOf(edge[1]))).Where(bone => !_bones.Contains(bone)));
    }
}
