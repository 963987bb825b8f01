using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Materials;

/// <summary>A material of the library, ready to be put beside the materials of a scene.</summary>
/// <param name="Name">As the library knows it: "oak".</param>
/// <param name="Fragment">
/// A scene of one material, its textures and their images, and nothing else. Its texture transforms take UV coordinates in metres, as the library's
/// meshes have them; on other meshes one UV unit shows as much of the texture as a metre does.
/// </param>
/// <param name="TileMetres">The textures repeat every so many metres.</param>
/// <param name="Summary">What it looks like, in a few words.</param>
public sealed record LibraryMaterial(string Name, Scene Fragment, double TileMetres, string Summary);
