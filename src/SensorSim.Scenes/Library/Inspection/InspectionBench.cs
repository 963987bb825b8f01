using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Library.Furnishing;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Inspection;

/// <summary>
/// A bench for shiny and transparent parts: a light table that glows from below (light_table_1), beside it a dark mat; a bright board stands behind the mat and a
/// dark cloth behind the light table. Lamps: ring, softbox_left, softbox_right, ceiling. Cameras: camera_oblique, camera_top, camera_low.
/// </summary>
internal static class InspectionBench
{
    private const double Height = 0.8;
    private const double TableTop = Height + 0.05;
    private const double MatTop = Height + 0.004;

    public static Scene Create()
    {
        var scene = new SceneBuilder();
        var room = new Interior(scene);
        room.AddRoom(new(5, 3, 5), "floor-dry", "concrete");
        scene.AddObject("table", room.Mesh("table", parts => Furniture.Bench(parts, new(1.7f, (float)Height, 0.8f), "oak", "painted-steel")), default, 0);
        AddSurfaces(scene, room);
        AddItems(scene);
        AddBackground(scene, room);
        AddLamps(scene, room);
        scene.AddCamera("camera_oblique", 36, new(0.1, 1.55, 1.15), new(0.01, 0.87, -0.02));
        scene.AddCamera("camera_top", 48, new(0, 1.85, 0.3), new(0, 0.85, 0.02));
        scene.AddCamera("camera_low", 30, new(-0.65, 1.12, 1.15), new(0.02, 0.9, -0.03));
        return scene.Build("inspection-bench");
    }

    private static void AddSurfaces(SceneBuilder scene, Interior room)
    {
        int glow = scene.AddMaterial(new() { Name = "light_table_panel", BaseColor = new(0.75f, 0.75f, 0.75f, 1), Metallic = 0, Roughness = 0.35f, Emissive = new(170) });
        scene.AddObject("light_table", room.Mesh("light_table", parts =>
        {
            parts.Box(parts.Material("aluminium"), Vector3.Zero, new(0.56f, 0.046f, 0.44f), 0.006f);
            parts.Box(glow, new Vector3(0, 0.046f, 0), new(0.52f, 0.004f, 0.4f), 0.001f);
        }), new(-0.34, Height, 0.02));
        scene.AddObject("mat", room.Mesh("mat", parts => parts.Box(parts.Material("rubber"), Vector3.Zero, new(0.6f, 0.004f, 0.46f), 0.001f)), new(0.36, Height, 0.02));
        scene.AddObject("board", room.Mesh("board", parts =>
        {
            parts.Box(parts.Material("white-cardboard"), new Vector3(0, 0.01f, 0), new(0.74f, 0.44f, 0.01f), 0.001f);
            parts.Box(parts.Material("aluminium"), Vector3.Zero, new(0.4f, 0.012f, 0.08f), 0.002f);
        }), new(0.42, Height, -0.34));
        scene.AddObject("board", room.Mesh("screen", parts =>
        {
            parts.Box(parts.Material("woven-fabric"), new Vector3(0, 0.01f, 0), new(0.74f, 0.44f, 0.016f), 0.004f);
            parts.Box(parts.Material("aluminium"), Vector3.Zero, new(0.4f, 0.012f, 0.08f), 0.002f);
        }), new(-0.4, Height, -0.34));
    }

    private static void AddItems(SceneBuilder scene)
    {
        scene.AddObject("tumbler", new Vector3d(-0.48, TableTop, -0.05));
        scene.AddObject("bottle", new Vector3d(-0.2, TableTop, -0.08));
        scene.AddObject("jar", new Vector3d(-0.35, TableTop, -0.06));
        scene.AddObject("gear", new Vector3d(-0.5, TableTop, 0.12), 10);
        scene.AddObject("hex-nut", new Vector3d(-0.36, TableTop, 0.12), 22);
        scene.AddObject("pulley", new Vector3d(-0.21, TableTop, 0.11));
        scene.AddObject("flange", new Vector3d(0.2, MatTop, -0.06), 15);
        scene.AddObject("shaft", new Vector3d(0.38, MatTop, 0.14), 24);
        scene.AddObject("bracket", new Vector3d(0.36, MatTop, -0.05), -35);
        scene.AddObject("tumbler", new Vector3d(0.53, MatTop, -0.04));
        scene.AddObject("hex-nut-m24", new Vector3d(0.2, MatTop, 0.11), 5);
        scene.AddObject("ball", new Vector3d(0.57, MatTop, 0.13));
    }

    private static void AddBackground(SceneBuilder scene, Interior room)
    {
        scene.AddObject("shelf", room.Mesh("shelf", parts => Furniture.Shelving(parts, new(1.6f, 1.9f, 0.4f), 0.2f, 0.85f, 1.45f)), new(-0.3, 0, -2.2));
        (string Item, double X, double Y)[] goods =
        [
            ("grey-tote", -0.8, 0.85), ("small-bin", -0.35, 0.85), ("small-box", 0.0, 0.85), ("jar", 0.25, 0.85), ("medium-box", -0.7, 1.45), ("spray-bottle", -0.3, 1.45), ("bottle", -0.1, 1.45), ("flat-box", 0.15, 1.45),
            ("medium-box", -0.6, 0.2), ("grey-tote", 0.0, 0.2),
        ];
        foreach ((string item, double x, double y) in goods)
        {
            scene.AddObject(item, new Vector3d(x, y, -2.2), 7 * x * y);
        }

        scene.AddObject("drum", new Vector3d(1.5, 0, -1.8), 30);
        scene.AddObject("large-box", new Vector3d(-1.8, 0, -1.6), 25);
    }

    private static void AddLamps(SceneBuilder scene, Interior room)
    {
        room.AddPanelLamp("ceiling", new(0, 2.8, -0.9), new(1.2f, 0.3f), 700, 0.2f, new(0.95f, 0.98f, 1));
        room.AddPanelLamp("softbox_left", new(-0.9, 1.95, 0.3), new(0.5f, 0.5f), 420, 1.05f, new(1, 0.98f, 0.95f));
        room.AddPanelLamp("softbox_right", new(0.95, 1.95, 0.25), new(0.5f, 0.5f), 420, 1.05f, new(1, 0.98f, 0.95f));
        int glow = scene.AddMaterial(new() { Name = "ring_panel", Metallic = 0, Roughness = 0.4f, Emissive = new(9000), GlowOf = "ring" });
        scene.AddObject("lamp", room.Mesh("ring_lamp", parts =>
        {
            parts.Turned(parts.Material("aluminium"), Placement.At(0, 0.006f, 0), 48, new(0.1f, 0), new(0.16f, 0), new(0.165f, 0.005f), new(0.165f, 0.03f), new(0.16f, 0.035f), new(0.1f, 0.035f), new(0.095f, 0.03f), new(0.095f, 0.005f), new(0.1f, 0));
            parts.Turned(glow, Placement.At(0, 0, 0), 48, new(0.108f, 0.01f), new(0.108f, 0), new(0.152f, 0), new(0.152f, 0.01f), new(0.108f, 0.01f));
            foreach (float s in (ReadOnlySpan<float>)[-0.13f, 0.13f])
            {
                parts.Bar(parts.Material("aluminium"), new(s, 0.03f, 0), new(s, 0.9f, 0), 0.004f, 8);
            }
        }), new(0, 2.1, 0.02));
        scene.AddLampDown("ring", Interior.Panel(520, 0.13, Vector3.One), new(0, 2.09, 0.02));
    }
}
