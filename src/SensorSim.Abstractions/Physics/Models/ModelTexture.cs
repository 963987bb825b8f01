namespace SensorSim.Physics;

/// <summary>An image of an <see cref="ArticulatedModel"/>.</summary>
/// <param name="Name">As the file says.</param>
/// <param name="IsCube">Whether it is six squares one below the other: the sides at +x, −x, +y, −y, +z, −z of a shape.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels, of all sides together.</param>
/// <param name="Rgb">8 bits for each colour as a screen shows it, row by row from the top.</param>
public sealed record ModelTexture(string Name, bool IsCube, int Width, int Height, byte[] Rgb);
