using System.Numerics;
using SensorSim.Scenes.Library.Geometry;

namespace SensorSim.Scenes.Library.Objects;

/// <summary>A EUR pallet, 1.2 m along Z by 0.8 m: three runners, nine blocks, three stringers, five boards.</summary>
internal static class PalletMesh
{
    public const float Height = 0.144f;

    /// <param name="mesh">Receives the triangles.</param>
    /// <param name="wood">Index of the material.</param>
    /// <param name="mapping">How the texture lies on a board of a number and a size.</param>
    public static void AddTo(MeshBuilder mesh, int wood, Func<int, Vector3, BoxMapping> mapping)
    {
        void Board(int i, Placement at, Vector3 size) => BevelledBox.AddTo(mesh, wood, at, size, 0.003f, mapping(i, size));
        int number = 0;
        foreach (float x in (ReadOnlySpan<float>)[-0.35f, 0, 0.35f])
        {
            float width = x == 0 ? 0.145f : 0.1f;
            Board(number++, Placement.At(x, 0, 0), new(width, 0.022f, 1.2f));
            foreach (float z in (ReadOnlySpan<float>)[-0.5275f, 0, 0.5275f])
            {
                Board(number++, Placement.At(x, 0.022f, z), new(width, 0.078f, 0.145f));
            }
        }

        foreach (float z in (ReadOnlySpan<float>)[-0.5275f, 0, 0.5275f])
        {
            Board(number++, Placement.At(0, 0.1f, z), new(0.8f, 0.022f, 0.145f));
        }

        foreach (float x in (ReadOnlySpan<float>)[-0.3275f, -0.17f, 0, 0.17f, 0.3275f])
        {
            Board(number++, Placement.At(x, 0.122f, 0), new(MathF.Abs(x) == 0.17f ? 0.1f : 0.145f, 0.022f, 1.2f));
        }
    }
}
