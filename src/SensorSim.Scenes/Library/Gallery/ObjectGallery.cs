using SensorSim.Geometry;
using SensorSim.Scenes.Library.Furnishing;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Gallery;

/// <summary>All objects of the library: the small ones on a bench, in three rows, the large ones on the floor. Cameras: camera_front, camera_bench.</summary>
internal static class ObjectGallery
{
    private const double BenchHeight = 0.8;

    /// <summary>What is higher or wider than this stands on the floor.</summary>
    private const double Small = 0.45;

    public static Scene Create()
    {
        var scene = new SceneBuilder();
        var room = new Interior(scene);
        room.AddRoom(new(9, 4, 9), "floor-dry", "blockwork");
        scene.AddObject("table", room.Mesh("table", parts => Furniture.Bench(parts, new(2.8f, (float)BenchHeight, 1.1f), "oak", "painted-steel")), new(0, 0, 0.4));
        LibraryObject[] items = [.. ObjectLibrary.Names.Select(ObjectLibrary.Of)];
        AddRows(scene, [.. items.Where(IsSmall).OrderBy(item => item.SizeMetres.Y)]);
        double x = -3.4;
        foreach (LibraryObject item in items.Where(item => !IsSmall(item)))
        {
            scene.AddObject(item.Name, new Vector3d(x + (item.SizeMetres.X / 2), 0, -1.7), 0);
            x += item.SizeMetres.X + 0.25;
        }

        room.AddPanelLamp("key", new(-1.5, 3.4, 1.8), new(0.9f, 0.9f), 2200, 0.6f, new(1, 0.96f, 0.9f));
        room.AddPanelLamp("fill", new(1.8, 3.4, 0.4), new(0.9f, 0.9f), 1400, 0.6f, new(0.9f, 0.95f, 1));
        scene.AddCamera("camera_front", 40, new(0.6, 2.2, 4.2), new(0, 0.7, -0.6));
        scene.AddCamera("camera_bench", 34, new(0, 1.75, 2.6), new(0, 0.85, 0.3));
        return scene.Build("objects");
    }

    private static bool IsSmall(LibraryObject item) => Math.Max(item.SizeMetres.X, Math.Max(item.SizeMetres.Y, item.SizeMetres.Z)) < Small;

    /// <summary>The low ones in front.</summary>
    private static void AddRows(SceneBuilder scene, LibraryObject[] items)
    {
        const double gap = 0.07, length = 2.6;
        double x = 0, z = 0.82;
        foreach (LibraryObject item in items)
        {
            if (x + item.SizeMetres.X > length)
            {
                (x, z) = (0, z - 0.32);
            }

            scene.AddObject(item.Name, new Vector3d(x + (item.SizeMetres.X / 2) - (length / 2), BenchHeight, z), 0);
            x += item.SizeMetres.X + gap;
        }
    }
}
