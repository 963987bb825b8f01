namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>Whether a native library can be loaded.</summary>
/// <param name="Name">File name: <c>libvulkan.so.1</c>.</param>
/// <param name="Package">Debian package that has it.</param>
/// <param name="Purpose">What needs it: "PNG textures, verify".</param>
/// <param name="Error">What the system's linker says; null when it loads.</param>
public sealed record LibraryFact(string Name, string Package, string Purpose, string? Error)
{
    public bool Loads => Error is null;
}
