using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Drafting;
using SensorSim.Hosting.Runs.Sources;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Drafts;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.Cli.Commands.Scenarios;

/// <summary>The files of one <c>draft</c>: where it goes, what it changes, and the scene that it is about.</summary>
/// <param name="Out">Where the scenario goes; null is standard output.</param>
/// <param name="Path">The file that it is checked as.</param>
/// <param name="Request">What the model is asked for.</param>
/// <param name="Before">What the result is compared with: the base, or the file that is replaced; empty for a new one.</param>
internal sealed record DraftFiles(OutputFile? Out, string Path, DraftRequest Request, string Before)
{
    /// <summary>A draft that goes to standard output is checked as if it lay in the working directory.</summary>
    private const string Unnamed = "draft.yaml";

    /// <exception cref="UsageException">The options do not go together.</exception>
    /// <exception cref="ScenarioException">The base is no valid scenario.</exception>
    public static DraftFiles Of(string text, string? path, string? scene, string? basePath, bool mayReplace)
    {
        if (text.Length > DraftProvenance.LongestPrompt) throw new UsageException(FormattableString.Invariant($"TEXT has {text.Length} letters; at most {DraftProvenance.LongestPrompt}"));
        if (path is not null && File.Exists(path) && !mayReplace) throw new UsageException($"--out {path}: this file is there; --force replaces it");
        OutputFile? file = OutputFile.Of("--out", path, ".yaml");
        Scenario? changed = basePath is null ? null : ScenarioReader.ReadFile(basePath).OrThrow();
        if (changed is not null) RequireReach(changed, basePath!, path ?? Unnamed);
        string? own = basePath is null ? null : DraftText.Plain(File.ReadAllBytes(basePath));
        string? replaced = path is not null && File.Exists(path) ? DraftText.Plain(File.ReadAllBytes(path)) : null;
        var request = new DraftRequest(text, path ?? Unnamed) { Base = own, Scene = scene is null ? null : NameOf(scene, path ?? Unnamed), Known = KnownScene(scene, changed) };
        return new(file, request.ScenarioPath, request, own ?? replaced ?? "");
    }

    // Relative paths of the base begin in its folder, and those of the draft in the draft's.
    private static void RequireReach(Scenario changed, string basePath, string path)
    {
        bool hasFiles = !SceneLibrary.IsReference(changed.Scene) || changed.DataFiles.Count > 0 || ScenarioReader.ReadFile(basePath).Files.Count > 1
            || (changed.Environment.Hdr is { } hdr && !hdr.StartsWith(SceneLibrary.Prefix, StringComparison.Ordinal));
        if (hasFiles && FolderOf(basePath) != FolderOf(path)) throw new UsageException($"--base {basePath}: it names files beside it, so the draft must go into the same folder; give --out {System.IO.Path.Combine(System.IO.Path.GetDirectoryName(basePath) ?? "", "NAME.yaml")}");
    }

    private static LoadedScene? KnownScene(string? scene, Scenario? changed)
    {
        if (scene is not null)
        {
            (SceneSource source, string name) = SceneSource.Of(scene);
            return source.Load(name);
        }

        return changed is null ? null : new SceneSource(System.IO.Path.GetDirectoryName(changed.File) ?? "").Load(changed.Scene);
    }

    private static string NameOf(string scene, string path) => SceneLibrary.IsReference(scene) ? scene : System.IO.Path.GetRelativePath(FolderOf(path), System.IO.Path.GetFullPath(scene));

    private static string FolderOf(string path) => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
}
