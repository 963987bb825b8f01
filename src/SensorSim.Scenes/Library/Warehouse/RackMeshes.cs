using System.Numerics;
using SensorSim.Scenes.Library.Geometry;

namespace SensorSim.Scenes.Library.Warehouse;

/// <summary>Pallet racking: upright frames, and shelves that hang between two of them. Metres; a rack faces +X.</summary>
internal sealed class RackMeshes(WarehouseMaterials materials)
{
    /// <summary>From the middle of one upright frame to the next.</summary>
    public const float BayLength = 3.2f;

    /// <summary>Across the aisle.</summary>
    public const float Depth = 1.0f;

    public const float Height = 3.3f;

    /// <summary>Width of a post along the aisle.</summary>
    public const float PostWidth = 0.08f;

    private const float PostDepth = 0.07f;
    private const float BeamHeight = 0.12f;
    private const float BeamDepth = 0.05f;
    private const float DeckThickness = 0.018f;

    /// <summary>Two posts with feet and a lattice between them; the origin is on the floor in the middle.</summary>
    public void Upright(MeshBuilder mesh)
    {
        var tile = new BoxMapping.Tiled(1.1f, AlongUp: true);
        const float post = (Depth - PostDepth) / 2;
        foreach (float side in (ReadOnlySpan<float>)[-post, post])
        {
            BevelledBox.AddTo(mesh, materials.UprightPaint, Placement.At(side, 0.008f, 0), new(PostDepth, Height - 0.008f, PostWidth), 0.006f, tile);
            BevelledBox.AddTo(mesh, materials.Zinc, Placement.At(side, 0, 0), new(0.13f, 0.008f, PostWidth), 0.002f, tile);
        }

        AddLattice(mesh, post - (PostDepth / 2));
    }

    /// <summary>Deck, two beams and their labels; the origin is in the middle of the deck's upper side.</summary>
    public void Shelf(MeshBuilder mesh)
    {
        const float length = BayLength - PostWidth - 0.004f;
        var tile = new BoxMapping.Tiled(1.3f);
        BevelledBox.AddTo(
            mesh, materials.Chipboard, Placement.At(0, -DeckThickness, 0), new(Depth - (2 * BeamDepth) - 0.004f, DeckThickness, length), 0.002f, new BoxMapping.Tiled(0.9f));
        foreach (float side in (ReadOnlySpan<float>)[-1, 1])
        {
            float x = side * (Depth - BeamDepth) / 2;
            BevelledBox.AddTo(mesh, materials.BeamPaint, Placement.At(x, -BeamHeight, 0), new(BeamDepth, BeamHeight, length), 0.006f, tile);
        }

        foreach (float z in (ReadOnlySpan<float>)[-1.1f, 0, 1.1f])
        {
            AddLabel(mesh, z);
        }
    }

    private void AddLattice(MeshBuilder mesh, float reach)
    {
        const float pitch = 0.55f;
        float low = 0.25f;
        for (int i = 0; low + pitch < Height - 0.1f; i++, low += pitch)
        {
            float from = i % 2 == 0 ? -reach : reach;
            Tube.AddTo(mesh, materials.UprightPaint, new(from, low, 0), new(-from, low + pitch, 0), 0.014f, 8, 0.5f);
        }
    }

    private void AddLabel(MeshBuilder mesh, float z)
    {
        const float x = (Depth / 2) + 0.001f, height = 0.05f, width = 0.1f, y = -BeamHeight / 2;
        Vertex Corner(float across, float up) =>
            new(new(x, y + (up * height / 2), z - (across * width / 2)), Vector3.UnitX, new((across + 1) / 2, (1 - up) / 2));
        mesh.AddQuad(materials.Label, Placement.At(0, 0, 0), Corner(-1, -1), Corner(1, -1), Corner(1, 1), Corner(-1, 1));
    }
}
