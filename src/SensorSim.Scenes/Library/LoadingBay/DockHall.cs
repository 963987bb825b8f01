using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Library.Furnishing;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Library.Textures;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.LoadingBay;

/// <summary>
/// A loading bay with one open and one closed gate in its wall at -Z, through which a low sun shines. Outside are a yard, a building and the sky.
/// Lights: sun, ceiling_1 to ceiling_4. Cameras: camera_gate looks into the sun, camera_side across the bay.
/// </summary>
internal sealed class DockHall
{
    private const float Width = 12;
    private const float Length = 13;
    private const float Height = 5;
    private const float Wall = 0.3f;
    private const float GateHeight = 3.4f;
    private const double GateZ = -Length / 2;

    /// <summary>On a plane across its rays, with the sun 13 degrees high in clear air (Kasten and Young 1989).</summary>
    private const double SunLux = 32000;

    private readonly SceneBuilder _scene = new();
    private readonly Interior _room;

    private DockHall() => _room = new(_scene);

    public static Scene Create()
    {
        var bay = new DockHall();
        bay.AddHall();
        bay.AddGateWall();
        bay.AddYard();
        bay.AddGoods();
        bay.AddLights();
        bay._scene.AddCamera("camera_gate", 46, new(0.6, 1.65, 4.6), new(-1.3, 1.0, -3));
        bay._scene.AddCamera("camera_side", 50, new(4.9, 2.3, 4.6), new(-1.2, 0.7, -2.4));
        return bay._scene.Build("loading-bay");
    }

    private void AddHall()
    {
        _room.AddSlab("floor", _room.Material("floor-dry"), new(0, -0.2, 0), new(Width + 0.2f, 0.2f, Length + 0.2f));
        _room.AddSlab("ceiling", _room.Material("galvanised-steel"), new(0, Height, 0), new(Width + 0.6f, 0.2f, Length + 0.6f));
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            _room.AddWall("blockwork", new(side * (Width + Wall) / 2, 0, 0), new(Wall, Height, Length + 0.4f));
        }

        _room.AddWall("blockwork", new(0, 0, (Length + Wall) / 2), new(Width, Height, Wall));
        int line = _room.Mesh("marking", parts => parts.Box(parts.Material("painted-steel", "floor-paint", new(0.75f, 0.47f, 0.02f)), Vector3.Zero, new(0.1f, 0.001f, 9), 0.0002f));
        foreach (double x in (ReadOnlySpan<double>)[-3.7, 0.1, 0.9, 4.7])
        {
            _scene.AddObject("marking", line, new(x, 0, -1.6));
        }
    }

    /// <summary>Piers beside and between the gates and the wall over them; frames, a shutter, bumpers and bollards.</summary>
    private void AddGateWall()
    {
        foreach ((double left, double right) in (ReadOnlySpan<(double, double)>)[(-6.3, -3.4), (-0.2, 1.2), (4.4, 6.3)])
        {
            _room.AddWall("concrete", new((left + right) / 2, 0, GateZ - (Wall / 2)), new((float)(right - left) - 0.2f, Height, Wall));
        }

        _room.AddSlab("wall", _room.Material("concrete"), new(0, GateHeight, GateZ - (Wall / 2)), new(Width + 0.5f, Height - GateHeight + 0.1f, Wall - 0.01f));
        int frame = _room.Mesh("gate", GateFrame), shutter = _room.Mesh("shutter", Shutter), bollard = _room.Mesh("bollard", Bollard);
        _scene.AddObject("gate", frame, new(-1.8, 0, GateZ + 0.06));
        _scene.AddObject("gate", frame, new(2.8, 0, GateZ + 0.06));
        _scene.AddObject("shutter", shutter, new(2.8, 0, GateZ + 0.03));
        foreach (double x in (ReadOnlySpan<double>)[-3.75, 0.15, 0.85, 4.75])
        {
            _scene.AddObject("bollard", bollard, new(x, 0, GateZ + 0.45));
        }
    }

    private void AddYard()
    {
        _room.AddSlab("ground", _room.Material("concrete"), new(0, -0.23, -29.5), new(60, 0.2f, 46));
        int sky = _scene.AddMaterial(new()
        {
            // Lets light through so that it casts no shadow: the sun stands behind it.
            Name = "sky", BaseColor = new(0, 0, 0, 1), Metallic = 0, Roughness = 1, Specular = new(0, null, Vector3.One, null),
            Emissive = new(5200), EmissiveTexture = _scene.AddTexture(SkyTexture.Color(256)), Transmission = new(1, null),
        });
        _scene.AddObject("sky", _room.Mesh("sky", parts => BevelledBox.AddTo(
            parts.Mesh, sky, Placement.At(0, 0, 0), new(110, 34, 0.2f), 0.01f, new BoxMapping.Fitted(_ => new(0, 0, 1, 1)))), new(0, -1, -54));
        // Its side in the shade has the sky's 6,000 lx, which the hall's environment does not know.
        int cladding = _scene.AddMaterial(new() { Name = "cladding", BaseColor = new(0.45f, 0.47f, 0.5f, 1), Metallic = 0, Roughness = 0.6f, Emissive = new(620, 700, 830) });
        _scene.AddObject("building", _room.Mesh("building", parts =>
        {
            int door = parts.Material("painted-steel");
            parts.Box(cladding, new Vector3(0, 0, 0), new(34, 6.4f, 8), 0.05f);
            foreach (float x in (ReadOnlySpan<float>)[-12, -6, 0, 6, 12])
            {
                parts.Box(door, new Vector3(x, 0.2f, 4.02f), new(3.4f, 3.6f, 0.1f), 0.02f);
            }
        }), new(6, -0.03, -44));
        _scene.AddObject("cone", new Vector3d(-3.0, -0.03, -10), 0);
        _scene.AddObject("pallet", new Vector3d(0.8, -0.03, -12), 30);
        _scene.AddObject("drum", new Vector3d(0.7, 0.114, -12.2), 30);
    }

    private void AddGoods()
    {
        (double X, double Z, double Yaw)[] pallets = [(-4.7, -3.2, 2), (-4.75, -1.5, -3), (-4.7, 0.6, 1), (4.9, -2.4, -2), (4.95, -0.4, 3), (2.9, -4.6, 5), (-3.0, 1.9, -14)];
        foreach ((int i, (double x, double z, double yaw)) in pallets.Index())
        {
            _scene.AddObject("pallet", new Vector3d(x, 0, z), yaw);
            AddLoad(i, new(x, PalletMesh.Height, z), yaw);
        }

        _scene.AddObject("forklift", new Vector3d(2.3, 0, -1.0), 200);
        _scene.AddObject("pallet-truck", new Vector3d(-0.75, 0, -2.3), 160);
        _scene.AddObject("cone", new Vector3d(-3.1, 0, -5.3), 0);
        _scene.AddObject("cone", new Vector3d(-0.45, 0, -5.35), 15);
        _scene.AddObject("drum", new Vector3d(-5.4, 0, -5.4), 0);
        _scene.AddObject("drum", new Vector3d(-4.75, 0, -5.5), 0);
    }

    /// <summary>Cases in two layers, in a turned pattern on every other pallet, some missing from the top.</summary>
    private void AddLoad(int number, Vector3d top, double yawDegrees)
    {
        double yaw = yawDegrees * (Math.PI / 180);
        (double sin, double cos) = Math.SinCos(yaw);
        for (int i = 0; i < (number % 3 == 1 ? 4 : 6 - (number % 2)); i++)
        {
            double x = i % 2 == 0 ? -0.2 : 0.2, z = (i % 4 < 2 ? -1 : 1) * 0.27, y = i / 4 * 0.36;
            Vector3d at = top + new Vector3d((x * cos) + (z * sin), y, (z * cos) - (x * sin));
            _scene.AddObject("large-box", at, yawDegrees + 90 + (180 * ((i + number) % 2)));
        }
    }

    private void AddLights()
    {
        // Clear, low sun: about 4,500 K.
        _scene.AddLamp("sun", new() { Kind = LightKind.Directional, Color = new(1, 0.82f, 0.62f), Intensity = SunLux, AngularDiameterDegrees = 0.53 }, new(-1.5, 11.5, -50), new(-1, 0, 0));
        (double X, double Z)[] lamps = [(-2.6, -3), (2.6, -3), (-2.6, 2.6), (2.6, 2.6)];
        foreach ((int i, (double x, double z)) in lamps.Index())
        {
            _room.AddPanelLamp($"ceiling_{i + 1}", new(x, Height - 0.5, z), new(0.4f, 1.3f), 2600, 0.5f, new(0.96f, 0.98f, 1));
        }
    }

    private static void GateFrame(ObjectParts parts)
    {
        int paint = parts.Material("painted-steel");
        foreach (float s in (ReadOnlySpan<float>)[-1, 1])
        {
            parts.Box(paint, new Vector3(s * 1.66f, 0, 0), new(0.14f, GateHeight, 0.1f), 0.006f);
            parts.Box(parts.Material("rubber"), new Vector3(s * 1.66f, 0.35f, 0.1f), new(0.2f, 0.5f, 0.1f), 0.02f);
        }

        parts.Box(paint, new Vector3(0, GateHeight, 0.05f), new(3.6f, 0.4f, 0.4f), 0.02f);
    }

    private static void Shutter(ObjectParts parts)
    {
        int steel = parts.Material("galvanised-steel");
        // Deep, although a shutter is thin: slats have faces that are seen edge-on, where a rasterizer's grid puts what is shaded decimetres farther, and nothing of it may come to lie in the sun.
        parts.Box(steel, new Vector3(0, 0.001f, -0.59f), new(3.3f, GateHeight - 0.01f, 1), 0.002f);
        for (float y = 0; y < GateHeight - 0.05f; y += 0.1f)
        {
            parts.Box(steel, new Vector3(0, y + 0.002f, -0.08f), new(3.16f, 0.096f, 0.03f), 0.012f);
        }
    }

    private static void Bollard(ObjectParts parts)
    {
        int yellow = parts.Material("painted-steel", "painted-steel-yellow", new(0.72f, 0.36f, 0.015f)), black = parts.Material("rubber");
        parts.Turned(yellow, Placement.At(0, 0, 0), 24, new(0, 0), new(0.085f, 0), new(0.085f, 0.9f), new(0.07f, 0.95f), new(0.03f, 0.975f), new(0, 0.98f));
        foreach (float y in (ReadOnlySpan<float>)[0.3f, 0.6f])
        {
            parts.Turned(black, Placement.At(0, 0, 0), 24, new(0.084f, y), new(0.0858f, y), new(0.0858f, y + 0.13f), new(0.084f, y + 0.13f), new(0.084f, y));
        }

        parts.Box(parts.Material("galvanised-steel"), Vector3.Zero, new(0.28f, 0.012f, 0.28f), 0.003f);
    }
}
