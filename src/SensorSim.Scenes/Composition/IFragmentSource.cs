using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Composition;

/// <summary>Where what is added to a scene comes from.</summary>
public interface IFragmentSource
{
    /// <summary>An object: the scene's first mesh, with what its file says of its body; or what moves in itself, as its file or a robot's model has it.</summary>
    /// <param name="reference">"builtin:mug", a glTF file or a robot's model.</param>
    Scene Item(string reference);

    /// <summary>A material: the scene's first, with its textures and images. Library materials are made for texture coordinates in metres.</summary>
    /// <param name="reference">"builtin:oak", or a folder of textures.</param>
    Scene Material(string reference);
}
