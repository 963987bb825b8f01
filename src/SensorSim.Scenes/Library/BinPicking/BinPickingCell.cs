using SensorSim.Geometry;
using SensorSim.Scenes.Library.Furnishing;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.BinPicking;

/// <summary>
/// A work cell: a bench with a tote of machine parts (bin_1), a small bin for what was picked (bin_2), shelving and a belt behind it.
/// Lamps: lamp_left, lamp_right, room_light. Cameras: camera_top over the tote, camera_oblique, camera_cell.
/// </summary>
internal static class BinPickingCell
{
    /// <summary>Of the bench's top.</summary>
    private const double Height = 0.8;

    /// <summary>Of the tote's floor over the bench.</summary>
    private const double BinFloor = 0.015;

    private static readonly LibraryRandom s_random = new("bin-picking");

    public static Scene Create()
    {
        var scene = new SceneBuilder();
        var room = new Interior(scene);
        room.AddRoom(new(6, 3.2f, 5), "floor-dry", "blockwork");
        scene.AddObject("table", room.Mesh("table", parts => Furniture.Bench(parts, new(1.5f, (float)Height, 0.85f), "pine", "painted-steel")), default, 0);
        scene.AddObject("tote-bin", new Vector3d(-0.28, Height, 0.02));
        AddParts(scene, new(-0.28, Height + BinFloor, 0.02));
        scene.AddObject("small-bin", new Vector3d(0.45, Height, 0.1), 90);
        AddClutter(scene);
        AddBackground(scene, room);
        room.AddPanelLamp("lamp_left", new(-0.75, 2.35, 0.35), new(0.6f, 0.3f), 800, 0.85f, new(1, 0.95f, 0.88f));
        room.AddPanelLamp("lamp_right", new(0.65, 2.35, 0.1), new(0.6f, 0.3f), 800, 0.85f, new(1, 0.95f, 0.88f));
        room.AddPanelLamp("room_light", new(0, 3.0, -1.5), new(1.2f, 0.3f), 900, 0.2f, new(0.95f, 0.98f, 1));
        scene.AddCamera("camera_top", 32, new(-0.28, 2.05, 0.2), new(-0.28, 0.85, 0.02));
        scene.AddCamera("camera_oblique", 34, new(0.5, 1.75, 1.0), new(-0.2, 0.84, 0));
        scene.AddCamera("camera_cell", 48, new(1.5, 1.75, 2.1), new(-0.15, 0.8, -0.4));
        return scene.Build("bin-picking");
    }

    /// <summary>One layer of parts, each in a cell of its own, turned as they fell.</summary>
    private static void AddParts(SceneBuilder scene, Vector3d floor)
    {
        string[] rows = ["gear hex-nut bracket hex-nut", "bracket flange pulley hex-nut-m24", "pulley hex-nut hex-nut-m24 gear"];
        foreach ((int row, string items) in rows.Index())
        {
            foreach ((int column, string item) in items.Split(' ').Index())
            {
                double x = ((column - 1.5) * 0.118) + s_random.Between($"{row}/{column}/x", -0.008, 0.008), z = ((row - 1) * 0.108) + s_random.Between($"{row}/{column}/z", -0.004, 0.004);
                scene.AddObject(item, floor + new Vector3d(x, 0, z), s_random.Between($"{row}/{column}/yaw", 0, 360));
            }
        }
    }

    private static void AddClutter(SceneBuilder scene)
    {
        scene.AddObject("spray-bottle", new Vector3d(0.22, Height, -0.3), 150);
        scene.AddObject("mug", new Vector3d(0.4, Height, -0.29), 40);
        scene.AddObject("flat-box", new Vector3d(0.6, Height, -0.28), 82);
        scene.AddObject("tin-can", new Vector3d(0.2, Height, 0.28), 200);
    }

    private static void AddBackground(SceneBuilder scene, Interior room)
    {
        int shelf = room.Mesh("shelf", parts => Furniture.Shelving(parts, new(1.4f, 2.0f, 0.5f), 0.2f, 0.8f, 1.4f));
        foreach (double x in (ReadOnlySpan<double>)[-1.5, 0.0])
        {
            scene.AddObject("shelf", shelf, new(x, 0, -2.2));
        }

        string[] goods = ["grey-tote", "medium-box", "grey-tote", "small-bin", "medium-box", "grey-tote", "small-box", "medium-box", "small-bin", "grey-tote", "medium-box", "small-box"];
        double[] decks = [0.2, 0.8, 1.4];
        foreach ((int i, string item) in goods.Index())
        {
            double x = (i % 2 == 0 ? -0.3 : 0.3) + (i / 6 * 1.5) - 1.5;
            scene.AddObject(item, new Vector3d(x, decks[i / 2 % 3], -2.2), s_random.Between($"goods/{i}", -6, 6));
        }

        scene.AddObject("conveyor", room.Mesh("conveyor", parts => Furniture.Conveyor(parts, 2.2f, 0.45f, 0.75f)), new(1.75, 0, -1.3), 0);
        scene.AddObject("medium-box", new Vector3d(1.3, 0.75, -1.3), 8);
        scene.AddObject("medium-box", new Vector3d(2.05, 0.75, -1.28), -11);
        scene.AddObject("pallet", new Vector3d(-2.3, 0, 0.2), 4);
        scene.AddObject("large-box", new Vector3d(-2.35, PalletMesh.Height, 0.0), 2);
        scene.AddObject("large-box", new Vector3d(-2.33, PalletMesh.Height + 0.36, 0.02), -5);
        scene.AddObject("cone", new Vector3d(1.5, 0, 0.6), 20);
    }
}
