using System.Numerics;
using SensorSim.Scenes.Library.Geometry;

namespace SensorSim.Scenes.Library.Warehouse;

/// <summary>The hall itself, its lamps and its signs. Metres.</summary>
internal sealed class BuildingMeshes(WarehouseMaterials materials)
{
    /// <summary>Of a sign.</summary>
    public const float SignThickness = 0.018f;

    public const float GirderHeight = (2 * FlangeThickness) + WebHeight;

    private const float FlangeThickness = 0.012f;
    private const float WebHeight = 0.196f;

    /// <summary>A slab; the origin is in the middle of its lower side.</summary>
    public static void Slab(MeshBuilder mesh, int material, Vector3 size, float metresPerTile) =>
        BevelledBox.AddTo(mesh, material, Placement.At(0, 0, 0), size, 0.001f, new BoxMapping.Tiled(metresPerTile));

    /// <summary>An I-beam along X; the origin is in the middle of its lower side.</summary>
    public void Girder(MeshBuilder mesh, float length)
    {
        var tile = new BoxMapping.Tiled(1.4f);
        BevelledBox.AddTo(mesh, materials.CeilingPaint, Placement.At(0, 0, 0), new(length, FlangeThickness, 0.12f), 0.003f, tile);
        BevelledBox.AddTo(mesh, materials.CeilingPaint, Placement.At(0, FlangeThickness, 0), new(length, WebHeight, 0.01f), 0.002f, tile);
        BevelledBox.AddTo(mesh, materials.CeilingPaint, Placement.At(0, FlangeThickness + WebHeight, 0), new(length, FlangeThickness, 0.12f), 0.003f, tile);
    }

    /// <summary>A hanging LED high-bay, 0.36 by 1.2 m, its panel at the origin and its rods <paramref name="drop"/> long.</summary>
    public void Lamp(MeshBuilder mesh, int panel, float drop)
    {
        var tile = new BoxMapping.Tiled(1);
        BevelledBox.AddTo(mesh, materials.LampHousing, Placement.At(0, 0.004f, 0), new(0.36f, 0.07f, 1.2f), 0.012f, tile);
        BevelledBox.AddTo(mesh, panel, Placement.At(0, 0, 0), new(0.3f, 0.006f, 1.14f), 0.001f, tile);
        foreach (float z in (ReadOnlySpan<float>)[-0.45f, 0.45f])
        {
            Tube.AddTo(mesh, materials.Zinc, new(0, 0.074f, z), new(0, drop, z), 0.006f, 8, 1);
        }
    }

    /// <summary>A board that reads from both sides; the origin is in the middle of its lower side.</summary>
    public void Sign(MeshBuilder mesh)
    {
        const float width = 1.6f, height = 0.8f, thickness = SignThickness;
        BevelledBox.AddTo(mesh, materials.Sign, Placement.At(0, 0, 0), new(width, height, thickness), 0.002f, new BoxMapping.Fitted(face =>
            face.Normal.Z != 0 ? new Vector4(0, 0, 1, 1) : new Vector4(0.01f, 0.01f, 0.005f, 0.005f)));
    }

    /// <summary>
    /// A painted line along Z. In pieces, each from another part of the texture, so that its wear does not repeat. Without sides:
    /// of a millimetre of paint a camera sees single pixels at best.
    /// </summary>
    public void Marking(MeshBuilder mesh, float length)
    {
        const int pieces = 8;
        const float halfWidth = 0.05f, thickness = 0.001f;
        float halfPiece = length / pieces / 2;
        for (int i = 0; i < pieces; i++)
        {
            var mapping = new BoxMapping.Tiled(1.3f, AlongUp: false, new(0.31f * i, 0.617f * i));
            Vertex Corner(int right, int up)
            {
                float x = right * halfWidth, z = -up * halfPiece;
                return new(new(x, thickness, z), Vector3.UnitY, mapping.At(BoxFace.Top, x, -z, 2 * new Vector2(halfWidth, halfPiece)));
            }

            Placement at = Placement.At(0, 0, (((2 * i) + 1) * halfPiece) - (length / 2));
            mesh.AddQuad(materials.FloorPaint, at, Corner(-1, -1), Corner(1, -1), Corner(1, 1), Corner(-1, 1));
        }
    }
}
