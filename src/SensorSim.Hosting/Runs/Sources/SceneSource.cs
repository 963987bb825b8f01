using System.Security.Cryptography;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Robots;
using SensorSim.Vulkan;

namespace SensorSim.Hosting.Runs.Sources;

/// <summary>Reads what a run is made from: glTF files, models of robots, scenes of the library, environments. Names are relative to one folder.</summary>
/// <param name="folder">The folder of the scenario, or of the scene file.</param>
/// <param name="catalog">Has the plugin that reads models of robots; null looks for it among those that are installed.</param>
public sealed class SceneSource(string folder, PluginCatalog? catalog = null)
{
    private readonly Lazy<PluginCatalog> _catalog = new(() => catalog ?? PluginCatalog.Load(PluginCatalog.StandardDirectories()));

    /// <summary>Keeps what is read of the library; null reads it each time.</summary>
    internal LibraryContents? Library { get; init; }

    /// <summary>Where relative names begin.</summary>
    public string Folder { get; } = Path.GetFullPath(folder.Length == 0 ? "." : folder);

    /// <summary>Where a path leads that a person typed: a glTF file, a robot's model, or a scene of the library.</summary>
    /// <param name="path">As typed.</param>
    /// <param name="catalog">As the constructor's.</param>
    /// <returns>The source and the scene's name in it.</returns>
    public static (SceneSource Source, string Name) Of(string path, PluginCatalog? catalog = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (SceneLibrary.IsReference(path))
        {
            return (new("", catalog), path);
        }

        // A path that ends in a separator has no file name: the reader says that it is a folder.
        return Path.GetFileName(path) is { Length: > 0 } name ? (new(Path.GetDirectoryName(path) ?? "", catalog), name) : (new(path, catalog), ".");
    }

    /// <summary>The same folder, with the plugins of a run.</summary>
    public SceneSource With(PluginCatalog plugins) => new(folder, plugins) { Library = Library };

    /// <summary>Reads a glTF file, a robot's model or a scene of the library.</summary>
    /// <exception cref="GltfException">The file is missing, malformed or beyond the limits; its path is given as the folder was.</exception>
    /// <exception cref="RequestException">The library has no such scene, or the file is no robot's model.</exception>
    public LoadedScene Load(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return !SceneLibrary.IsReference(name) ? Loaded(name, Read(name), Path.GetDirectoryName(name) ?? "")
            : Library is null || !IsInLibrary(name) ? Loaded(name, Read(name), "")
            : Library.Of("scene", name, () => Loaded(name, Read(name), ""));
    }

    /// <summary>The same with all that the file holds.</summary>
    /// <param name="name">As for <see cref="Load"/>.</param>
    /// <param name="examine">Looks for <see cref="GltfFile.Defects"/> in a file too.</param>
    public GltfFile Read(string name, bool examine = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!SceneLibrary.IsReference(name))
        {
            string path = Path.Combine(folder, name);
            return RobotFile.IsOne(path) ? RobotFile.Read(path, _catalog.Value) : GltfReader.Read(path, examine: examine);
        }

        if (!IsInLibrary(name))
        {
            string wanted = name[SceneLibrary.Prefix.Length..];
            throw new RequestException([$"The library has no scene \"{wanted}\".{NearestName.Hint(wanted, SceneLibrary.Names)}"]);
        }

        return SceneLibrary.Read(name, new(UserCacheFolder.Of("scenes"), typeof(SceneLibrary).Module));
    }

    /// <summary>Reads a Radiance .hdr file.</summary>
    /// <exception cref="ImageFormatException">There is no such file, or it is no Radiance file.</exception>
    public LoadedEnvironment LoadEnvironment(string name)
    {
        string path = PathOf(name);
        HdrImage image = RadianceHdr.Read(path);
        using FileStream file = File.OpenRead(path);
        return new(image, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    /// <summary>Reads a trajectory of joints.</summary>
    /// <returns>What it is, and the SHA-256 of the file in lower-case hex.</returns>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="FormatException">It is no trajectory.</exception>
    public (JointTrajectory Trajectory, string Sha256) LoadTrajectory(string name)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder, name));
        return (JointTrajectoryReader.Read(bytes, name), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    // Without the way out of one folder into another, which nobody has typed.
    private string PathOf(string name)
    {
        string path = Path.Combine(folder, name);
        string fromHere = Path.GetRelativePath(".", path);
        return !name.StartsWith("..", StringComparison.Ordinal) ? path : fromHere.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : fromHere;
    }

    private static bool IsInLibrary(string reference) => SceneLibrary.Names.Contains(reference[SceneLibrary.Prefix.Length..], StringComparer.Ordinal);

    private static LoadedScene Loaded(string name, GltfFile file, string folderOfAssets)
    {
        var assets = new SortedDictionary<string, string>(StringComparer.Ordinal) { [name] = file.Assets[0].Sha256 };
        foreach (GltfAsset asset in file.Assets.Skip(1))
        {
            assets[Path.Combine(folderOfAssets, asset.Path)] = asset.Sha256;
        }

        return new(name, file.Scene with { Warnings = [.. file.Scene.Warnings.Select(warning => $"{name}: {warning}")] }, assets);
    }
}
