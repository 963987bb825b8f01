using SensorSim.IntegrationTests.Cli;

namespace SensorSim.IntegrationTests.Documents;

/// <summary>The folder of somebody who follows the documents: what a clone has, and files of the reader's own.</summary>
internal sealed class ReadersFolder : IDisposable
{
    /// <summary>A dataset that documents go on from.</summary>
    public const string FirstDataset = "out/quickstart";

    // What documents write for something of the reader's own → what this reader has.
    private static readonly (string Written, string Own)[] s_own =
    [
        ("FILE.glb", "tiny.gltf"), ("FILE.yaml", "aisle.yaml"), ("scenarios/NAME.yaml", "aisle.yaml"), ("cameras.CAMERA.", "cameras.front."),
        ("out/NAME", "out/name"), ("builtin:NAME", "builtin:warehouse-aisle"), ("DATASET", FirstDataset), ("SCENARIO", "scenarios/physics/free-fall.yaml"), ("SEL", "0"), ("out/real/", $"{FirstDataset}/rgb/"),
        ("FILE", "scenarios/models/arm/arm.xml"), ("ID|FOLDER", "camera.noise"), ("[FOLDER]", "scenarios"), ("DIR", "out/views"), ("FOLDER/scenarios", "scenarios"), ("OUT", "out/published"),
    ];

    public ReadersFolder()
    {
        foreach (string folder in (string[])["scenarios", "eng", "profiles"]) Directory.CreateSymbolicLink(PathOf(folder), Repository.PathOf(folder));
        foreach (string own in (string[])["aisle", "failing"])
            File.WriteAllText(PathOf(own + ".yaml"), File.ReadAllText(Repository.PathOf("scenarios", "quickstart.yaml")).Replace("scenario: quickstart", $"scenario: {own}", StringComparison.Ordinal));
        TinyScene.WriteTo(Root);
    }

    /// <summary>The folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("sensorsim-reader-").FullName;

    /// <summary>A path in the folder.</summary>
    public string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>What the reader types where a document writes this: the names of own files, and one small sample of what would be rendered or rehearsed.</summary>
    public string[] Typed(IReadOnlyList<string> written)
    {
        string[] words = [.. written.Select(Own)];
        if (words is not ["render" or "rehearse", ..] || words.FirstOrDefault(word => word.EndsWith(".yaml", StringComparison.Ordinal)) is not { } scenario) return words;
        if (words[0] == "render") words = [.. words, .. SmallPictures.Of(PathOf(scenario))];
        int samples = Array.IndexOf(words, "--samples");
        return samples < 0 ? [.. words, "--samples", "1"] : [.. words[..(samples + 1)], "1", .. words[(samples + 2)..]];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Own(string word) =>
        s_own.FirstOrDefault(own => word.Contains(own.Written, StringComparison.Ordinal)) is { Written: { } written } own ? word.Replace(written, own.Own, StringComparison.Ordinal) : word;
}
