using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Labels;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Records;
using SensorSim.Scenes.Model;
using SensorSim.Signals;
using SensorSim.Style;

namespace SensorSim.Hosting.Styles;

/// <summary>The styles of a record once more: what a frame that is rendered again has to go through. What cannot come out the same is not tried.</summary>
public sealed class StyleReplay
{
    // What a sensor makes of light, and what has its colours.
    private static readonly string[] s_ofTheSensor = [StyledOutcome.Picture, .. StyledOutcome.Twins, "points"];

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
        _styles = [.. (record.Style ?? []).Where(style => style.Stage != StyleRecord.Textures)];
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

    /// <summary>Outputs that can be compared, each with the digest that it should have: where a style does not come again, what it was given instead of what was made of it.</summary>
    public IEnumerable<(string Output, string Sha256)> Compared()
    {
        IEnumerable<(string, string)> files = _record.Files.Select(file => (file.Key, file.Value.PixelsSha256));
        return WhyNot is null ? files : files.Where(file => !IsMadeOf(file.Item1)).Append((Given, _styles[0].Before ?? ""));
    }

    private string Given => StyleSubject.GivenAt(_styles[0].Stage);

    // Twins of a picture that is restyled behind the sensor are not in its dataset.
    private bool IsMadeOf(string output) => output == Given || s_ofTheSensor.Contains(output, StringComparer.Ordinal);

    /// <summary>The planes with the picture behind its styles; as they are where it cannot be had.</summary>
    /// <param name="planes">As they were rendered.</param>
    /// <param name="sensors">For a style in front of the sensor.</param>
    public IReadOnlyDictionary<string, PixelPlane> Of(IReadOnlyDictionary<string, PixelPlane> planes, SensorReplay sensors)
    {
        ArgumentNullException.ThrowIfNull(planes);
        if (_chosen.Length == 0)
        {
            return planes;
        }

        var result = new SortedDictionary<string, PixelPlane>(planes.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        for (int i = 0; i < _chosen.Length; i++)
        {
            foreach ((string output, PixelPlane plane) in Apply(_chosen[i], _styles[i], result, sensors))
            {
                result[output] = StoredPicture.Of(_record, output, plane);
            }
        }

        if (result.TryGetValue("points", out PixelPlane points))
        {
            result["points"] = PointCloud.Recoloured(points, result["instance"], result[StyledOutcome.Picture]);
        }

        if (!_record.Files.ContainsKey(StyledOutcome.Light))
        {
            result.Remove(StyledOutcome.Light);
        }

        return result;
    }

    private static string? WhyNotOf(StyleRecord[] styles, PluginCatalog catalog) => styles
        .Select(style => !style.IsDeterministic ? $"{style.Use} is not deterministic: the picture behind it does not come again."
            : catalog.Plugins.GetValueOrDefault(style.Use)?.Instance is StyleBackend { Scope: StyleScope.Clip } ? $"{style.Use} restyles whole clips: one frame of them does not come again."
            : null)
        .FirstOrDefault(why => why is not null);

    private IReadOnlyDictionary<string, PixelPlane> Apply(ChosenStyle style, StyleRecord recorded, SortedDictionary<string, PixelPlane> planes, SensorReplay sensors)
    {
        string work = Directory.CreateTempSubdirectory("sensorsim-style-").FullName;
        try
        {
            using IStyleTransfer transfer = style.Prepare(recorded.Seed, work);
            var subject = StyleSubject.Of(recorded.Stage, _record, output => planes[output], sensors);
            StyleFrame frame = new StyleFrames(style.Backend.Needs | style.Backend.Uses).Of(_record, subject.Image, output => planes[output]);
            return subject.With(transfer.Apply(new([frame], 0), default).Frames[0]).Planes;
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
            throw new ReplayException($"the images of {style.Target?.Pattern} in {folder} are not those of the run. Give the folder of the original files with --assets.");
        }

        foreach ((string parameter, string sha256) in style.Files.Where(file => here.Files.GetValueOrDefault(file.Key) != file.Value))
        {
            throw new ReplayException($"{style.Use}: the file of \"{parameter}\" is not that of the run (SHA-256 {sha256}). Give the folder of the original files with --assets.");
        }

        return chosen;
    }
}
