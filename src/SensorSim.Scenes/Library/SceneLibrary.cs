using System.IO.Compression;
using SensorSim.Plugins;
using SensorSim.Scenes.Caching;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Library.BinPicking;
using SensorSim.Scenes.Library.DropTest;
using SensorSim.Scenes.Library.Gallery;
using SensorSim.Scenes.Library.Inspection;
using SensorSim.Scenes.Library.LoadingBay;
using SensorSim.Scenes.Library.PickStation;
using SensorSim.Scenes.Library.Warehouse;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library;

/// <summary>Scenes that the project makes itself, each always the same.</summary>
public static class SceneLibrary
{
    /// <summary>What a reference to a library scene begins with: "builtin:warehouse-aisle".</summary>
    public const string Prefix = "builtin:";

    private static readonly Dictionary<string, Func<Scene>> s_scenes = new(StringComparer.Ordinal)
    {
        ["bin-picking"] = BinPickingCell.Create,
        ["drop-test"] = DropTestLab.Create,
        ["inspection-bench"] = InspectionBench.Create,
        ["loading-bay"] = DockHall.Create,
        ["materials"] = MaterialGallery.Create,
        ["objects"] = ObjectGallery.Create,
        ["pick-station"] = PickingBelt.Create,
        ["warehouse-aisle"] = WarehouseAisle.Create,
    };

    /// <summary>The scenes by name, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_scenes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether a scenario's <c>scene</c> names a library scene and not a file.</summary>
    public static bool IsReference(string scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        return scene.StartsWith(Prefix, StringComparison.Ordinal);
    }

    /// <summary>The scene as a binary glTF.</summary>
    /// <param name="reference">"builtin:NAME".</param>
    /// <param name="cache">Keeps it for the next time; null generates it.</param>
    /// <exception cref="ArgumentException">There is no such scene; the message names the nearest.</exception>
    public static byte[] Glb(string reference, DerivedDataCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        string name = IsReference(reference) ? reference[Prefix.Length..] : reference;
        if (!s_scenes.TryGetValue(name, out Func<Scene>? create))
        {
            throw new ArgumentException($"The library has no scene \"{name}\".{NearestName.Hint(name, Names)}", nameof(reference));
        }

        return cache is null ? Write(create()) : cache.GetOrMake(name, () => Write(create()));
    }

    /// <summary>The scene read back from its binary glTF, so that it takes the same way as every other file.</summary>
    /// <param name="reference">"builtin:NAME".</param>
    /// <param name="cache">Keeps the binary glTF for the next time; null generates it.</param>
    /// <exception cref="ArgumentException">There is no such scene; the message names the nearest.</exception>
    public static GltfFile Read(string reference, DerivedDataCache? cache = null) => GltfReader.Read(Glb(reference, cache), reference, ".");

    // Never sent anywhere: time counts and size does not.
    private static byte[] Write(Scene scene)
    {
        byte[][] images = new byte[scene.Images.Count][];
        Parallel.For(0, images.Length, i =>
        {
            Image image = scene.Images[i];
            images[i] = PngEncoder.EncodeRgba8(image.Width, image.Height, image.Rgba, CompressionLevel.Fastest);
        });
        return GlbWriter.Write(scene, images);
    }
}
