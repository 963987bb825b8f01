using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Storage;

namespace SensorSim.Hosting.Records;

/// <summary>Where the assets of a dataset were when it was made: a guess for <c>replay</c>, which checks their digests anyway.</summary>
public static class RecordedAssets
{
    /// <summary>The folder that one of the dataset's runs used and that is still there; null when there is none.</summary>
    public static string? FolderOf(DatasetReader dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        string provenance = Path.Combine(dataset.Root, DatasetLayout.Provenance);
        return Directory.Exists(provenance)
            ? Directory.EnumerateFiles(provenance, "run-*.json").Order(StringComparer.Ordinal).Select(FolderIn).FirstOrDefault(Directory.Exists)
            : null;
    }

    private static string? FolderIn(string runMetadata)
    {
        try
        {
            return (string?)JsonNode.Parse(File.ReadAllBytes(runMetadata))?["asset_folder"];
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            // verify reports the damage; a guess can do without this file.
            return null;
        }
    }
}
