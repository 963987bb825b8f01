using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Rendering;

/// <summary>An object that a cousin does not have, and one that shows another mesh: as in a scene that was made that way.</summary>
public sealed class ShapeTests : RenderingFixture
{
    private static readonly RenderSettings s_settings = Settings with { Labels = LabelKinds.Default | LabelKinds.ObjectCoordinates | LabelKinds.Part | LabelKinds.Coverage };

    [TestCase(false)]
    [TestCase(true)]
    public void What_Is_Left_Out_Or_Replaced_Leaves_Nothing_Behind(bool glows)
    {
        // The cube is gone, the sphere is a larger tilted square; both would be in the picture, and in the shadow of the lamp.
        SceneInstance whole = Create(cube: At(-0.7, 0, -3), isSphere: true, glows);
        int square = whole.Twin.Meshes.Count - 1;
        SceneInstance cousin = whole with { Shapes = new Dictionary<int, int?> { [1] = null, [2] = square } };
        SceneInstance made = Create(cube: null, isSphere: false, glows);

        Dictionary<string, byte[]> expected = Planes(made), found = Planes(cousin), before = Planes(whole);

        // Ids are the scene's: without the cube those that were made begin one lower.
        ushort[] ids = MemoryMarshal.Cast<byte, ushort>(expected["ids"]).ToArray();
        expected["ids"] = MemoryMarshal.AsBytes<ushort>([.. ids.Select(id => (ushort)(id == 2 ? 3 : id))]).ToArray();
        foreach ((string name, byte[] plane) in expected)
        {
            Assert.That(found[name].AsSpan().SequenceEqual(plane), Is.True, name);
            Assert.That(before[name].AsSpan().SequenceEqual(plane), Is.EqualTo(name == "parts"), $"{name} of the whole scene; each mesh has one part");
        }
    }

    [Test]
    public void Cousins_In_Turn_Share_Nothing_But_What_They_Have()
    {
        // Shadow maps and emitters are kept from frame to frame while nothing changes.
        SceneInstance whole = Create(cube: At(-0.7, 0, -3), isSphere: true, glows: true);
        SceneInstance without = whole with { Shapes = new Dictionary<int, int?> { [1] = null, [2] = null } };
        CameraView camera = Camera(160, 120, 140);
        using var renderer = new FrameRenderer(Device, Shaders, whole.Twin, s_settings);
        byte[] Radiance(SceneInstance instance)
        {
            using FrameOutput output = renderer.Submit(new(instance, [new(camera, new RadianceReadback())])).Wait();
            return output.Views[0].Consumed.ToArray();
        }

        byte[] first = Radiance(whole), second = Radiance(without), third = Radiance(whole);

        Assert.That(third.AsSpan().SequenceEqual(first), Is.True);
        Assert.That(second.AsSpan().SequenceEqual(Planes(without)["radiance"]), Is.True);
        Assert.That(second.AsSpan().SequenceEqual(first), Is.False);
    }

    private static SceneInstance Create(Matrix4x4d? cube, bool isSphere, bool glows)
    {
        var builder = new SceneBuilder();
        int grey = builder.Add(Material.Default with { Metallic = 0, BaseColor = new(0.5f, 0.5f, 0.5f, 1) });
        int red = builder.Add(Material.Default with { Metallic = 0, BaseColor = new(0.8f, 0.1f, 0.1f, 1), Emissive = glows ? new(3, 1, 1) : Vector3.Zero });
        builder.Add(Shapes.Quad(12, grey), At(0, 0, -6));
        int box = builder.AddMesh(Shapes.Cube(0.8f, red)), ball = builder.AddMesh(Shapes.Sphere(red, 16)), square = builder.AddMesh(Shapes.Quad(1.4f, red));
        if (cube is { } pose)
        {
            builder.Add(box, pose);
        }

        builder.Add(isSphere ? ball : square, Turned(new(0, 1, 0), 25, new(0.8, 0.1, -3)));
        builder.Add(new Light { Kind = LightKind.Directional, Color = Vector3.One, Intensity = 4 }, Aimed(new(1, 2, 2), Vector3d.Zero));
        builder.Add(new Light { Kind = LightKind.Point, Color = Vector3.One, Intensity = 20 }, At(0, 1.5, -2));
        return builder.Build() with { EmissiveLights = glows };
    }

    private static Dictionary<string, byte[]> Planes(SceneInstance instance)
    {
        using var renderer = new FrameRenderer(Device, Shaders, instance.Twin, s_settings);
        using FrameOutput output = renderer.Submit(new(instance, [new(Camera(160, 120, 140), new RadianceReadback())])).Wait();
        ViewOutput view = output.Views[0];
        static byte[] Bytes(PixelPlane? plane) => plane!.Value.Bytes.ToArray();
        return new(StringComparer.Ordinal)
        {
            ["radiance"] = view.Consumed.ToArray(),
            ["depth"] = Bytes(view.Depth),
            ["normals"] = Bytes(view.Normal),
            ["ids"] = Bytes(view.Instance),
            ["object coordinates"] = Bytes(view.Surfaces[LabelKinds.ObjectCoordinates]),
            ["parts"] = Bytes(view.Surfaces[LabelKinds.Part]),
        };
    }
}
