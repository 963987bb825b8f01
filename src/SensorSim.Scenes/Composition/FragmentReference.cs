using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Composition;

/// <summary>Something that is added to a scene, where a scenario names it.</summary>
/// <param name="Reference">"builtin:mug", a glTF file, or a folder of textures.</param>
/// <param name="IsMaterial">Whether it is a material and not an object.</param>
/// <param name="Key">Of the scenario.</param>
/// <param name="Position">Where it was written.</param>
public sealed record FragmentReference(string Reference, bool IsMaterial, string Key, SourcePosition Position);
