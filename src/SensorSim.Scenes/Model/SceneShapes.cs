using System.Collections.ObjectModel;

namespace SensorSim.Scenes.Model;

/// <summary>Meshes that nodes may show in place of their own.</summary>
/// <param name="Items">Name of an object that can stand in for another ("builtin:mug", a glTF file) → its mesh.</param>
/// <param name="Variants">Mesh and variant of the scene → the mesh with that variant's materials; meshes that a variant leaves alone are not in it.</param>
public sealed record SceneShapes(IReadOnlyDictionary<string, int> Items, IReadOnlyDictionary<(int Mesh, int Variant), int> Variants)
{
    public static SceneShapes None { get; } = new(ReadOnlyDictionary<string, int>.Empty, ReadOnlyDictionary<(int Mesh, int Variant), int>.Empty);
}
