namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>Whether a program is on the path.</summary>
/// <param name="Name">Its command: <c>glslc</c>.</param>
/// <param name="Package">Debian package that has it.</param>
/// <param name="Path">Where it is; null when it is not there.</param>
public sealed record ProgramFact(string Name, string Package, string? Path);
