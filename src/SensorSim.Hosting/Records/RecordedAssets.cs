using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;

namespace SensorSim.Hosting.Records;

/// <summary>Where the assets of a dataset were when it was made: a guess for <c>replay</c>, which checks their digests anyway.</summary>
public static class RecordedAssets
{
    /// <summary>The folder that one of the dataset's runs used and that is still there; null when there is none.</summary>
    public static string? FolderOf(DatasetReader dataset) => FolderOf(dataset, "asset_folder");

    /// <summary>Where paths of the styles of one of the dataset's runs began; null when there is none.</summary>
    public static string? StyleFolderOf(DatasetReader dataset) => FolderOf(dataset, "style_folder");

    private static string? FolderOf(DatasetReader dataset, string key)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        string provenance = Path.Combine(dataset.Root, DatasetLayout.Provenance);
        return Directory.Exists(provenance)
            ? Directory.EnumerateFiles(provenance, "run-*.json").Order(StringComparer.Ordinal).Select(path => FolderIn(path, key)).FirstOrDefault(Directory.Exists)
            : null;
    }

    private static string? FolderIn(string runMetadata, string key)
    {
        try
        {
            return (string?)JsonNode.Parse(RegularFile.ReadAllBytes(runMetadata), documentOptions: new() { AllowDuplicateProperties = false })?[key];
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or DatasetException)
        {
            // verify reports the damage; a guess can do without this file.
            return null;
        }
    }
}
