using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Library.Furnishing;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Library.Materials;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Gallery;

/// <summary>All materials of the library in their order, each as a ball on a foot before a panel, on three steps. Camera: camera_front.</summary>
internal static class MaterialGallery
{
    private const int Columns = 7;
    private const float Cell = 0.62f;
    private const float Rise = 0.42f;
    private const float Depth = 0.55f;

    public static Scene Create()
    {
        var scene = new SceneBuilder();
        var room = new Interior(scene);
        room.AddRoom(new(8, 4, 8), "floor-dry", "blockwork");
        int rows = (MaterialLibrary.Names.Count + Columns - 1) / Columns;
        for (int row = 0; row < rows; row++)
        {
            float height = Rise * (rows - row), z = Depth * row;
            scene.AddObject("step", room.Mesh("step", parts => parts.Box(parts.Material("matte-plastic"), Vector3.Zero, new((Columns * Cell) + 0.2f, height, Depth), 0.004f)), new(0, 0, z - 1));
        }

        foreach ((int i, string name) in MaterialLibrary.Names.Index())
        {
            int row = i / Columns;
            var at = new Vector3d(((i % Columns) - ((Columns - 1) / 2.0)) * Cell, Rise * (rows - row), (Depth * row) - 1);
            scene.AddObject("sample", room.Mesh(name, parts => Sample(parts, parts.Material(name))), at);
        }

        room.AddPanelLamp("key", new(-1.6, 3.4, 1.4), new(0.9f, 0.9f), 1900, 0.6f, new(1, 0.96f, 0.9f));
        room.AddPanelLamp("fill", new(2.0, 3.4, 1.2), new(0.9f, 0.9f), 900, 0.6f, new(0.9f, 0.95f, 1));
        scene.AddCamera("camera_front", 30, new(0, 2.3, 4.2), new(0, 0.86, -0.4));
        return scene.Build("materials");
    }

    private static void Sample(ObjectParts parts, int material)
    {
        const int steps = 28;
        const float radius = 0.11f, neck = 0.04f, foot = 0.05f;
        float low = MathF.Asin(neck / radius);
        Vector2[] ball = [.. Enumerable.Range(0, steps + 1).Select(i =>
        {
            (float sin, float cos) = MathF.SinCos(low + ((MathF.PI - low) * i / steps));
            return new Vector2(i == steps ? 0 : radius * sin, foot + 0.105f - (radius * cos));
        })];
        parts.Turned(
            material, Placement.At(-0.1f, 0, 0.1f), 56,
            [new(0, 0), new(0.098f, 0), new(0.1f, 0.002f), new(0.1f, 0.022f), new(0.098f, 0.024f), new(neck, 0.026f), .. ball]);
        parts.Box(material, new Placement(new(0.06f, 0, -0.1f), Quaternion.CreateFromAxisAngle(Vector3.UnitX, -0.18f)), new(0.4f, 0.4f, 0.02f), 0.003f);
    }
}
