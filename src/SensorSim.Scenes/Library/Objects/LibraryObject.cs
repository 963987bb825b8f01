using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Objects;

/// <summary>An object of the library, ready to be put into a scene.</summary>
/// <param name="Name">As the library knows it: "mug".</param>
/// <param name="Category">What it is, for labels and substitution: "cup".</param>
/// <param name="SizeMetres">Of its box: along X, Y (up) and Z.</param>
/// <param name="Fragment">
/// A scene of one node with one mesh, its materials, textures and images. It stands on y = 0, its box is centred in x and z, its surfaces are
/// closed and face outwards, and its texture coordinates are metres. Tangents are there for every primitive, so that any material suits it.
/// </param>
public sealed record LibraryObject(string Name, string Category, Vector3d SizeMetres, Scene Fragment);
