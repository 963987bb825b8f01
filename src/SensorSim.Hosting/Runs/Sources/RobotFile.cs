using System.Security.Cryptography;
using SensorSim.Hosting.Plugins;
using SensorSim.Physics;
using SensorSim.Plugins;
using SensorSim.Scenes.Files;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Robots;

namespace SensorSim.Hosting.Runs.Sources;

/// <summary>Reads models of robots through the physics backend that knows them.</summary>
internal static class RobotFile
{
    private const string Extension = ".xml";

    /// <summary>Whether a file is read as a robot's model.</summary>
    public static bool IsOne(string path) => Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="RequestException">The file, or one that it names, is missing or broken, or nothing that is installed reads it.</exception>
    public static GltfFile Read(string path, PluginCatalog catalog)
    {
        if (FileKinds.Obstacle(path) is { } obstacle)
        {
            throw new RequestException([$"{path}: {obstacle}."]);
        }

        InstalledPlugin? reader = catalog.Plugins.Values.FirstOrDefault(plugin => plugin.Instance is PhysicsBackend { ReadsModels: true });
        if (reader is null)
        {
            throw new RequestException([$"{path}: no installed plugin reads models of robots; physics.mujoco does, which comes with the program."]);
        }

        try
        {
            ArticulatedModel model = ((PhysicsBackend)reader.Instance).ReadModelFile(path);
            Scene scene = RobotScene.Of(model);
            string folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
            return new(scene, [.. model.Files.Select(file => AssetOf(file, folder))], new("", null, null, [], [], [], [], []) { Format = "MJCF", Nodes = scene.Nodes.Count });
        }
        catch (PhysicsException broken)
        {
            throw new RequestException([broken.Message]);
        }
    }

    private static GltfAsset AssetOf(string file, string folder)
    {
        byte[] bytes = File.ReadAllBytes(file);
        return new(Path.GetRelativePath(folder, file), Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }
}
