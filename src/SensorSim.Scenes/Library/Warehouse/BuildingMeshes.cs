using System.Numerics;
using SensorSim.Scenes.Library.Geometry;

namespace SensorSim.Scenes.Library.Warehouse;

/// <summary>The hall itself, its lamps and its signs. Metres.</summary>
internal sealed class BuildingMeshes(WarehouseMaterials materials)
{
    /// <summary>A slab; the origin is in the middle of its lower side.</summary>
    public static void Slab(MeshBuilder mesh, int material, Vector3 size, float metresPerTile) =>
        BevelledBox.AddTo(mesh, material, Placement.At(0, 0, 0), size, 0.001f, new BoxMapping.Tiled(metresPerTile));

    /// <summary>An I-beam along X; the origin is in the middle of its lower side.</summary>
    public void Girder(MeshBuilder mesh, float length)
    {
        var tile = new BoxMapping.Tiled(1.4f);
        BevelledBox.AddTo(mesh, materials.CeilingPaint, Placement.At(0, 0, 0), new(length, 0.012f, 0.12f), 0.003f, tile);
        BevelledBox.AddTo(mesh, materials.CeilingPaint, Placement.At(0, 0.012f, 0), new(length, 0.196f, 0.01f), 0.002f, tile);
        BevelledBox.AddTo(mesh, materials.CeilingPaint, Placement.At(0, 0.208f, 0), new(length, 0.012f, 0.12f), 0.003f, tile);
    }

    /// <summary>A hanging LED high-bay, 0.36 by 1.2 m, its panel at the origin and its rods <paramref name="drop"/> long.</summary>
    public void Lamp(MeshBuilder mesh, float drop)
    {
        var tile = new BoxMapping.Tiled(1);
        BevelledBox.AddTo(mesh, materials.LampHousing, Placement.At(0, 0.004f, 0), new(0.36f, 0.07f, 1.2f), 0.012f, tile);
        BevelledBox.AddTo(mesh, materials.LampPanel, Placement.At(0, 0, 0), new(0.3f, 0.006f, 1.14f), 0.001f, tile);
        foreach (float z in (ReadOnlySpan<float>)[-0.45f, 0.45f])
        {
            Tube.AddTo(mesh, materials.Zinc, new(0, 0.074f, z), new(0, drop, z), 0.006f, 8, 1);
        }
    }

    /// <summary>A board that hangs across the aisle and reads from both sides; the origin is in the middle of its lower side.</summary>
    public void Sign(MeshBuilder mesh, float drop)
    {
        const float width = 0.96f, height = 0.48f, thickness = 0.018f;
        BevelledBox.AddTo(mesh, materials.Sign, Placement.At(0, 0, 0), new(width, height, thickness), 0.002f, new BoxMapping.Fitted(face =>
            face.Normal.Z != 0 ? new Vector4(0, 0, 1, 1) : new Vector4(0.01f, 0.01f, 0.005f, 0.005f)));
        foreach (float x in (ReadOnlySpan<float>)[-0.4f, 0.4f])
        {
            Tube.AddTo(mesh, materials.Zinc, new(x, height, 0), new(x, drop, 0), 0.005f, 8, 1);
        }
    }
}
