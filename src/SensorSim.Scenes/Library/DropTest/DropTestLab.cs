using System.Numerics;
using SensorSim.Scenes.Library.Furnishing;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.DropTest;

/// <summary>A ball of 0.1 m two metres above a floor, before a board with a mark every 0.1 m. The ball's origin is its middle. Camera: camera_front.</summary>
internal static class DropTestLab
{
    private const double DropMetres = 2;
    private const float BallRadius = 0.05f;
    private const float BoardHeight = 2.2f;

    public static Scene Create()
    {
        var scene = new SceneBuilder();
        var room = new Interior(scene);
        room.AddRoom(new(5, 3.4f, 6), "concrete", "blockwork");
        scene.AddObject("board", room.Mesh("board", Board), new(0, 0, -0.35));
        scene.AddObject("ball", room.Mesh("ball", parts => parts.Ball(parts.Material("matte-plastic", "matte-plastic-orange", new(0.72f, 0.12f, 0.01f)), BallRadius, 0, segments: 48, steps: 32)), new(0, DropMetres, 0));
        room.AddPanelLamp("key", new(-1.2, 3.0, 1.2), new(0.9f, 0.9f), 1800, 0.4f, new(1, 0.97f, 0.92f));
        room.AddPanelLamp("fill", new(1.5, 3.0, 0.8), new(0.9f, 0.9f), 900, 0.4f, new(0.92f, 0.96f, 1));
        scene.AddCamera("camera_front", 50, new(0.3, 1.2, 2.6), new(0, 1.05, 0));
        return scene.Build("drop-test");
    }

    private static void Board(ObjectParts parts)
    {
        int white = parts.Material("matte-plastic", "matte-plastic-white", new(0.74f, 0.74f, 0.72f)), black = parts.Material("matte-plastic", "matte-plastic-black", new(0.03f, 0.03f, 0.03f));
        parts.Box(white, Vector3.Zero, new(0.6f, BoardHeight, 0.02f));
        for (int mark = 1; mark < 22; mark++)
        {
            float width = mark % 5 == 0 ? 0.3f : 0.12f;
            parts.Box(black, new Vector3(0.3f - (width / 2), (0.1f * mark) - 0.004f, 0.0105f), new(width, 0.008f, 0.002f), 0.0002f);
        }
    }
}
