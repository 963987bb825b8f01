using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;

namespace SensorSim.Hosting.Styles;

/// <summary>Pictures that are a sensor's numbers, and no colours.</summary>
internal static class RawPictures
{
    /// <summary>The first camera of a dataset that has such; null where none has.</summary>
    public static string? CameraWith(DatasetReader dataset)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return dataset.Frames().TakeWhile(frame => seen.Count < dataset.Description.Plan.Cameras.Count).FirstOrDefault(frame => seen.Add(frame.Camera) && Are(frame))?.Camera;
    }

    /// <summary>Whether a frame's picture is one.</summary>
    public static bool Are(FrameRecord record) => record.Provenance.Render["output"] is JsonValue output && output.TryGetValue(out string? word) && word == "raw";
}
