namespace SensorSim.Scenes.Library.Materials;

/// <summary>
/// What one sees through. Indices of refraction: soda-lime glass 1.52, PMMA 1.49 (refractiveindex.info). Iron gives window glass its green: about 1 %
/// a centimetre is lost in green and 4 % in red (Rubin 1985).
/// </summary>
internal static class ClearMaterials
{
    public static IReadOnlyList<MaterialRecipe> All { get; } =
    [
        new("glass", 1, "soda-lime glass, a wall of 6 mm", _ => new()
        {
            Metallic = 0,
            Roughness = 0,
            Ior = 1.52f,
            Transmission = new(1, null),
            Volume = new(0.006f, null, 0.1f, new(0.66f, 0.9f, 0.8f)),
        }),
        new("acrylic", 1, "clear acrylic, a sheet of 4 mm, a little hazy", _ => new()
        {
            BaseColor = new(0.97f, 0.97f, 0.97f, 1),
            Metallic = 0,
            Roughness = 0.06f,
            Ior = 1.49f,
            Transmission = new(0.96f, null),
            Volume = new(0.004f, null, 0.5f, new(0.92f, 0.96f, 1)),
        }),
    ];
}
