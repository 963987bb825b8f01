using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Labels;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs;
using SensorSim.Scenes.Model;
using SensorSim.Signals;
using SensorSim.Style;

namespace SensorSim.Hosting.Styles;

/// <summary>The styles of a record once more: what a frame that is rendered again has to go through. What cannot come out the same is not tried.</summary>
public sealed class StyleReplay
{
    private const string Picture = "rgb";

    private readonly FrameRecord _record;
    private readonly StyleRecord[] _styles;
    private readonly ChosenStyle[] _chosen;

    /// <param name="record">The frame's.</param>
    /// <param name="folder">Where paths of files and targets begin.</param>
    /// <param name="catalog">What is installed.</param>
    /// <exception cref="ReplayException">A file or a target image is not what it was.</exception>
    /// <exception cref="RequestException">The backend is not there.</exception>
    public StyleReplay(FrameRecord record, string folder, PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(record);
        _record = record;
        _styles = [.. (record.Style ?? []).Where(style => style.Stage == StyleRecord.AfterSensor)];
        WhyNot = WhyNotOf(_styles, catalog);
        _chosen = WhyNot is null ? [.. _styles.Select(style => Choose(style, folder, catalog))] : [];
    }

    /// <summary>Why the picture behind its styles cannot be had again, a sentence; null where it can.</summary>
    public string? WhyNot { get; }

    /// <summary>A scene with the textures that a record says it had.</summary>
    /// <exception cref="ReplayException">They come out otherwise, or a file is not what it was.</exception>
    public static Scene Textures(Scene scene, FrameRecord record, string folder, PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Style?.FirstOrDefault(style => style.Stage == StyleRecord.Textures) is not { } style)
        {
            return scene;
        }

        (Scene styled, StyleRecord made) = StyledTextures.Of(scene, Choose(style, folder, catalog), style.Seed);
        return JsonNode.DeepEquals(made.Evidence.GetValueOrDefault("textures"), style.Evidence.GetValueOrDefault("textures"))
            ? styled
            : throw new ReplayException($"{style.Use} gives other textures than those of {record.Frame}: {(style.IsDeterministic ? "another version of it or of its files is installed" : "it is not deterministic, and the textures of the run are not in the cache of this user")}.");
    }

    /// <summary>Whether an output can be compared: point clouds have the picture's colours.</summary>
    public bool IsComparable(string output) => WhyNot is null || output != "points";

    /// <summary>The digest that an output should have.</summary>
    public string RecordedOf(string output) => WhyNot is not null && output == Picture ? _styles[0].Before ?? "" : _record.Files[output].PixelsSha256;

    /// <summary>The planes with the picture behind its styles; as they are where it cannot be had.</summary>
    public IReadOnlyDictionary<string, PixelPlane> Of(IReadOnlyDictionary<string, PixelPlane> planes)
    {
        ArgumentNullException.ThrowIfNull(planes);
        if (_chosen.Length == 0)
        {
            return planes;
        }

        var result = new SortedDictionary<string, PixelPlane>(planes.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        for (int i = 0; i < _chosen.Length; i++)
        {
            result[Picture] = Apply(_chosen[i], _styles[i].Seed, result);
        }

        if (result.TryGetValue("points", out PixelPlane points))
        {
            result["points"] = PointCloud.Recoloured(points, result["instance"], result[Picture]);
        }

        return result;
    }

    private static string? WhyNotOf(StyleRecord[] styles, PluginCatalog catalog) => styles
        .Select(style => !style.IsDeterministic ? $"{style.Use} is not deterministic: the picture behind it does not come again."
            : catalog.Plugins.GetValueOrDefault(style.Use)?.Instance is StyleBackend { Scope: StyleScope.Clip } ? $"{style.Use} restyles whole clips: one frame of them does not come again."
            : null)
        .FirstOrDefault(why => why is not null);

    private PixelPlane Apply(ChosenStyle style, ulong seed, SortedDictionary<string, PixelPlane> planes)
    {
        string work = Directory.CreateTempSubdirectory("sensorsim-style-").FullName;
        try
        {
            using IStyleTransfer transfer = style.Prepare(seed, work);
            StyleFrame frame = new StyleFrames(style.Backend.Needs | style.Backend.Uses).Of(_record, planes[Picture], output => planes[output]);
            return StoredPicture.Of(_record, Picture, Pictures.ToPlane(transfer.Apply(new([frame], 0), default).Frames[0], planes[Picture].SampleType));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static ChosenStyle Choose(StyleRecord style, string folder, PluginCatalog catalog)
    {
        var chosen = ChosenStyle.Of(new(new PluginUse(style.Use, style.Parameters)) { Target = style.Target?.Pattern }, folder, catalog);
        StyleRecord here = chosen.WithoutIdentity(style.Stage, style.Seed);
        if (here.Target?.Sha256 != style.Target?.Sha256)
        {
            throw new ReplayException($"the images of {style.Target?.Pattern} in {folder} are not those of the run. Give the folder of the original files.");
        }

        foreach ((string parameter, string sha256) in style.Files.Where(file => here.Files.GetValueOrDefault(file.Key) != file.Value))
        {
            throw new ReplayException($"{style.Use}: the file of \"{parameter}\" is not that of the run (SHA-256 {sha256}). Give the folder of the original files.");
        }

        return chosen;
    }
}
