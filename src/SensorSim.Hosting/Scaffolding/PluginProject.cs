using SensorSim.Datasets.Storage;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Scaffolding;

/// <summary>A new plugin: sources that build, a test project, and the package that they need.</summary>
/// <param name="Names">From the plugin's id.</param>
/// <param name="Template">What it begins as.</param>
public sealed record PluginProject(PluginNames Names, PluginTemplate Template)
{
    /// <summary>What the plugin is to the program.</summary>
    public PluginKind Kind => Template switch
    {
        PluginTemplate.Lens => PluginKind.Lens,
        PluginTemplate.Light => PluginKind.Light,
        PluginTemplate.Physics => PluginKind.Physics,
        PluginTemplate.Style => PluginKind.Style,
        _ => PluginKind.Sensor,
    };

    private string Description => Template switch
    {
        PluginTemplate.Sample => "Weak samples at fixed places.",
        PluginTemplate.Pointwise => "Colours nearer to grey, or further from it.",
        PluginTemplate.Mosaic => "A chessboard of two colour filters.",
        PluginTemplate.Neighbourhood => "Light that goes to the neighbours.",
        PluginTemplate.Lens => "The unified camera model.",
        PluginTemplate.Physics => "Balls that fly, bounce and roll, on planes and on each other.",
        PluginTemplate.Style => "The exposure of real images: as much light on average.",
        _ => "Light that rises and falls as a cosine.",
    };

    private string Use => Kind switch
    {
        PluginKind.Style =>
            $"Over a dataset that is finished: `sensorsim restyle DATASET --style {Names.Id} --target 'real/*.png' --set strength=0.8 --out DATASET-RESTYLED`. {InScenario($"style: {{ use: {Names.Id}, target: real/*.png }}")}",
        PluginKind.Light => InScenario($"lights: [ {{ match: \"*\", flicker: {{ use: {Names.Id} }} }} ]"),
        PluginKind.Physics => InScenario($"physics: {{ backend: {Names.Id}, … }}"),
        _ when Template == PluginTemplate.Sample => InScenario($"sensor: [ {{ use: camera.noise }}, {{ use: {Names.Id} }} ]"),
        _ => InScenario($"sensor: [ {{ use: {Names.Id} }}, … ]"),
    };

    private string Contract => Kind switch
    {
        PluginKind.Physics => ">=2.4 <3.0",
        PluginKind.Style => ">=2.5 <3.0",
        _ => ">=2.0 <3.0",
    };

    /// <summary>Writes the project, all of it or nothing.</summary>
    /// <param name="folder">New, or empty.</param>
    /// <returns>The files, relative to the folder, in ordinal order.</returns>
    /// <exception cref="ScaffoldingException">Something is in the folder, it cannot be written, or the package is missing.</exception>
    public IReadOnlyList<string> WriteTo(string folder)
    {
        if (Kind is PluginKind.Physics or PluginKind.Style && !Names.Id.Contains('.', StringComparison.Ordinal))
        {
            string what = Kind == PluginKind.Physics ? "backend" : "style";
            throw new ScaffoldingException($"\"{Names.Id}\" has no dot, and a scenario's {what} of one word is {Kind.ToString().ToLowerInvariant()}.{Names.Id}. Give it a first name: my.{Names.Id}.");
        }

        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), version = SdkPackage.ReadVersion();
        string? unfinished = null;
        try
        {
            unfinished = Path.Combine(PlaceToBegin(folder, path), $".unfinished-{Path.GetRandomFileName()}");
            IReadOnlyList<string> files = Fill(unfinished, version);
            Finish(unfinished, path);
            return files;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
            string reason = error is DirectoryNotFoundException or FileNotFoundException ? "no folder can be made there" : FileFailure.Reason(error);
            throw new ScaffoldingException($"{folder} cannot be written: {reason}. Name a folder of your own with --out.", error);
        }
    }

    // In a folder that is there already: what is above it may be somebody else's.
    private static string PlaceToBegin(string folder, string path)
    {
        if (File.Exists(path))
        {
            throw new ScaffoldingException($"{folder} exists already and is a file. Name a folder with --out.");
        }

        if (!Directory.Exists(path))
        {
            return Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
        }

        return Directory.EnumerateFileSystemEntries(path).Any()
            ? throw new ScaffoldingException($"{folder} exists already and is not empty. Name a new or an empty folder with --out, or remove what is in it.")
            : path;
    }

    private static void Finish(string unfinished, string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(unfinished, path);
            return;
        }

        foreach (string entry in Directory.GetFileSystemEntries(unfinished))
        {
            Directory.Move(entry, Path.Combine(path, Path.GetFileName(entry)));
        }

        Directory.Delete(unfinished);
    }

    private IReadOnlyList<string> Fill(string folder, string version)
    {
        foreach ((string name, string text) in TemplateFiles.Of("every").Concat(TemplateFiles.Of(Template.ToString().ToLowerInvariant())))
        {
            string file = Path.Combine(folder, Named(name, version));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, Named(text, version));
        }

        SdkPackage.CopyTo(Path.Combine(folder, "packages"), version);
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
    }

    private static string InScenario(string yaml) => $"In a scenario: `{yaml}`.";

    private string Named(string template, string version) => template
        .Replace("__Project__", Names.Project, StringComparison.Ordinal)
        .Replace("__Name__", Names.Name, StringComparison.Ordinal)
        .Replace("__shader__", Names.Shader, StringComparison.Ordinal)
        .Replace("__Id__", Names.Id, StringComparison.Ordinal)
        .Replace("__Contract__", Contract, StringComparison.Ordinal)
        .Replace("__Kind__", Kind.ToString().ToLowerInvariant(), StringComparison.Ordinal)
        .Replace("__Description__", Description, StringComparison.Ordinal)
        .Replace("__Use__", Use, StringComparison.Ordinal)
        .Replace("__SdkVersion__", version, StringComparison.Ordinal);
}
