using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Library.Furnishing;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.PickStation;

/// <summary>
/// A station where goods are picked off a running belt: what lies on it moves along +X at 0.5 m/s, the animation "run", and starts anew every 1.6 s.
/// Beside the belt are a bench with bins, shelving behind it, a frame with a lamp over it. Lamps: portal, ceiling_1, ceiling_2. Cameras: camera_front, camera_top, camera_side.
/// </summary>
internal static class PickingBelt
{
    private const double BeltHeight = 0.85;
    private const double MetresPerSecond = 0.5;
    private const double Seconds = 1.6;
    private const double BenchHeight = 0.8;

    /// <summary>Lamps over belts are screened against glare, at 60 degrees.</summary>
    private const double Louvre = 1.04;

    public static Scene Create()
    {
        var scene = new SceneBuilder();
        var room = new Interior(scene);
        room.AddRoom(new(7, 3.4f, 6), "floor-dry", "blockwork");
        scene.AddObject("conveyor", room.Mesh("conveyor", parts => Furniture.Conveyor(parts, 3.6f, 0.5f, (float)BeltHeight)), default, 0);
        AddGoods(scene);
        scene.AddObject("portal", room.Mesh("portal", Portal), default, 0);
        AddBench(scene, room);
        AddBackground(scene, room);
        room.AddPanelLamp("portal", new(0, 1.93, 0), new(0.7f, 0.25f), 520, 0.11f, new(1, 0.97f, 0.93f), Louvre);
        room.AddPanelLamp("ceiling_1", new(-1.6, 3.1, 0.6), new(1.2f, 0.3f), 1100, 0.3f, new(1, 0.95f, 0.88f), Louvre);
        room.AddPanelLamp("ceiling_2", new(1.6, 3.1, -0.4), new(1.2f, 0.3f), 1100, 0.3f, new(1, 0.95f, 0.88f), Louvre);
        scene.AddCamera("camera_front", 40, new(0.1, 1.75, 1.75), new(0, 0.9, -0.1));
        scene.AddCamera("camera_top", 42, new(0, 1.87, 0.12), new(0, 0.85, 0));
        scene.AddCamera("camera_side", 40, new(1.75, 1.5, 1.0), new(-0.1, 0.88, -0.05));
        return scene.Build("pick-station");
    }

    private static void AddGoods(SceneBuilder scene)
    {
        (string Item, double X, double Z, double Yaw)[] goods =
        [
            ("small-box", -1.5, 0.06, 12), ("mug", -1.24, -0.1, 70), ("tin-can", -1.08, 0.1, 0), ("flat-box", -0.84, -0.06, -20), ("bottle", -0.62, 0.12, 0), ("bracket", -0.52, -0.12, 40),
            ("small-box", -0.3, 0.05, -8), ("bowl", -0.06, -0.12, 0), ("jar", 0.02, 0.12, 0), ("gear", 0.16, -0.02, 10), ("medium-box", 0.46, 0.04, 5), ("tumbler", 0.74, -0.1, 0), ("tin-can", 0.78, 0.1, 50),
        ];
        foreach ((string item, double x, double z, double yaw) in goods)
        {
            scene.AddMovingObject(item, new(x, BeltHeight, z), yaw, new(MetresPerSecond, 0, 0), Seconds);
        }
    }

    private static void Portal(ObjectParts parts)
    {
        int profile = parts.Material("aluminium"), housing = parts.Material("painted-steel");
        foreach (float x in (ReadOnlySpan<float>)[-0.22f, 0.22f])
        {
            parts.Box(profile, new Vector3(x, 0, -0.42f), new(0.08f, 2.05f, 0.08f), 0.004f);
            parts.Box(profile, new Vector3(x, 0, -0.42f), new(0.2f, 0.014f, 0.2f), 0.003f);
            parts.Box(profile, new Vector3(x, 2.04f, -0.1f), new(0.08f, 0.08f, 0.72f), 0.004f);
        }

        parts.Box(profile, new Vector3(0, 1.9f, -0.42f), new(0.4f, 0.06f, 0.06f), 0.004f);
        parts.Box(housing, new Vector3(0, 1.3f, -0.42f), new(0.34f, 0.26f, 0.1f), 0.008f);
    }

    private static void AddBench(SceneBuilder scene, Interior room)
    {
        scene.AddObject("table", room.Mesh("table", parts => Furniture.Bench(parts, new(1.5f, (float)BenchHeight, 0.6f), "oak", "painted-steel")), new(0.2, 0, -0.95), 0);
        scene.AddObject("small-bin", new Vector3d(-0.3, BenchHeight, -0.92), 3);
        scene.AddObject("grey-tote", new Vector3d(0.12, BenchHeight, -0.95), 0);
        scene.AddObject("small-bin", new Vector3d(0.52, BenchHeight, -0.95), -4);
        scene.AddObject("spray-bottle", new Vector3d(0.84, BenchHeight, -1.05), 200);
    }

    private static void AddBackground(SceneBuilder scene, Interior room)
    {
        int shelf = room.Mesh("shelf", parts => Furniture.Shelving(parts, new(1.5f, 2.1f, 0.5f), 0.2f, 0.8f, 1.4f));
        string[] goods = ["grey-tote", "medium-box", "medium-box", "small-bin", "grey-tote", "medium-box"];
        double[] decks = [0.2, 0.8, 1.4];
        foreach ((int bay, double x) in ((double[])[-2.3, -0.7, 0.9, 2.5]).Index())
        {
            scene.AddObject("shelf", shelf, new(x, 0, -2.7));
            foreach ((int deck, double y) in decks.Index())
            {
                scene.AddObject(goods[(bay + deck) % goods.Length], new Vector3d(x - 0.35, y, -2.7), (4 * bay) - 5);
                scene.AddObject(goods[(bay + deck + 3) % goods.Length], new Vector3d(x + 0.3, y, -2.7), 3 - (3 * deck));
            }
        }

        scene.AddObject("pallet", new Vector3d(-2.6, 0, 0.2), 3);
        scene.AddObject("large-box", new Vector3d(-2.6, PalletMesh.Height, -0.1), 4);
        scene.AddObject("large-box", new Vector3d(-2.62, PalletMesh.Height + 0.36, -0.1), -3);
        scene.AddObject("large-box", new Vector3d(-2.58, PalletMesh.Height, 0.42), 92);
        scene.AddObject("cone", new Vector3d(2.4, 0, 0.9), 0);
        scene.AddObject("pallet-truck", new Vector3d(2.7, 0, -0.9), 8);
    }
}
