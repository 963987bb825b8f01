using System.Numerics;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Library.Textures;

namespace SensorSim.Scenes.Library.Warehouse;

/// <summary>What stands in a warehouse. Metres; every origin is in the middle of the lower side.</summary>
internal sealed class GoodsMeshes(WarehouseMaterials materials)
{
    /// <summary>A closed shipping box.</summary>
    public static void Carton(MeshBuilder mesh, int material, Vector3 size) => BevelledBox.AddTo(
        mesh, material, Placement.At(0, 0, 0), size, 0.004f, new BoxMapping.Fitted(face => (face.Normal.X, face.Normal.Y, face.Normal.Z) switch
        {
            (_, > 0, _) => CardboardTexture.Top,
            (_, < 0, _) => CardboardTexture.Plain,
            (not 0, _, _) => CardboardTexture.Front,
            _ => CardboardTexture.Side,
        }));

    /// <summary>An open plastic bin with a rim.</summary>
    public static void Bin(MeshBuilder mesh, int material, Vector3 size)
    {
        const float wall = 0.006f, rim = 0.018f, rimHeight = 0.025f;
        var tile = new BoxMapping.Tiled(0.25f);
        void Box(float x, float y, float z, float width, float height, float depth) =>
            BevelledBox.AddTo(mesh, material, Placement.At(x, y, z), new(width, height, depth), 0.003f, tile);
        float inX = size.X - (2 * rim), inZ = size.Z - (2 * rim);
        Box(0, 0, 0, inX, wall, inZ);
        foreach (float s in (ReadOnlySpan<float>)[-1, 1])
        {
            Box(s * (inX - wall) / 2, 0, 0, wall, size.Y - rimHeight, inZ);
            Box(0, 0, s * (inZ - wall) / 2, inX, size.Y - rimHeight, wall);
            Box(s * (size.X - rim - wall) / 2, size.Y - rimHeight, 0, rim + wall, rimHeight, size.Z);
            Box(0, size.Y - rimHeight, s * (size.Z - rim - wall) / 2, size.X, rimHeight, rim + wall);
            Box(s * (inX + rim) / 2, 0.3f * size.Y, inZ * 0.3f, rim, 0.6f * size.Y, wall);
            Box(s * (inX + rim) / 2, 0.3f * size.Y, -inZ * 0.3f, rim, 0.6f * size.Y, wall);
        }
    }

    /// <summary>A 200 l steel drum.</summary>
    public static void Barrel(MeshBuilder mesh, int material) => Lathe.AddTo(
        mesh,
        material,
        Placement.At(0, 0, 0),
        [
            new(0, 0.012f), new(0.275f, 0.012f), new(0.28f, 0), new(0.292f, 0), new(0.295f, 0.02f), new(0.286f, 0.03f),
            new(0.286f, 0.28f), new(0.298f, 0.295f), new(0.298f, 0.31f), new(0.286f, 0.325f),
            new(0.286f, 0.56f), new(0.298f, 0.575f), new(0.298f, 0.59f), new(0.286f, 0.605f),
            new(0.286f, 0.85f), new(0.295f, 0.86f), new(0.292f, 0.88f), new(0.28f, 0.88f), new(0.275f, 0.862f), new(0, 0.862f),
        ],
        48,
        0.9f);

    /// <summary>A EUR pallet.</summary>
    public void Pallet(MeshBuilder mesh) => PalletMesh.AddTo(
        mesh, materials.Wood, (board, _) => new BoxMapping.Tiled(0.7f, AlongUp: false, new(0.37f * board, 0.23f * board)));

    /// <summary>A platform trolley with its handle at -Z.</summary>
    public void Cart(MeshBuilder mesh)
    {
        const float deck = 0.16f;
        var tile = new BoxMapping.Tiled(1);
        BevelledBox.AddTo(mesh, materials.CartPaint, Placement.At(0, deck, 0), new(0.6f, 0.035f, 0.9f), 0.008f, tile);
        BevelledBox.AddTo(mesh, materials.Rubber, Placement.At(0, deck + 0.035f, 0), new(0.56f, 0.004f, 0.86f), 0.001f, tile);
        foreach (float x in (ReadOnlySpan<float>)[-0.22f, 0.22f])
        {
            foreach (float z in (ReadOnlySpan<float>)[-0.35f, 0.35f])
            {
                AddWheel(mesh, x, z);
            }

            Tube.AddTo(mesh, materials.Zinc, new(x, deck + 0.02f, -0.42f), new(x, 0.95f, -0.5f), 0.014f, 12, 1);
        }

        Tube.AddTo(mesh, materials.Zinc, new(-0.234f, 0.95f, -0.5f), new(0.234f, 0.95f, -0.5f), 0.014f, 12, 1);
        Tube.AddTo(mesh, materials.Zinc, new(-0.22f, 0.6f, -0.461f), new(0.22f, 0.6f, -0.461f), 0.01f, 12, 1);
    }

    private void AddWheel(MeshBuilder mesh, float x, float z)
    {
        const float radius = 0.06f;
        var axle = new Placement(new(x + 0.018f, radius, z), Quaternion.CreateFromAxisAngle(Vector3.UnitZ, MathF.PI / 2));
        Lathe.AddTo(mesh, materials.Rubber, axle, [new(0, 0), new(radius - 0.008f, 0), new(radius, 0.008f), new(radius, 0.028f), new(radius - 0.008f, 0.036f), new(0, 0.036f)], 24, 0.1f);
        var tile = new BoxMapping.Tiled(1);
        BevelledBox.AddTo(mesh, materials.Zinc, Placement.At(x - 0.024f, 0.05f, z), new(0.004f, 0.11f, 0.04f), 0.001f, tile);
        BevelledBox.AddTo(mesh, materials.Zinc, Placement.At(x + 0.024f, 0.05f, z), new(0.004f, 0.11f, 0.04f), 0.001f, tile);
    }
}
