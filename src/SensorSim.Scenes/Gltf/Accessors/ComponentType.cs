namespace SensorSim.Scenes.Gltf.Accessors;

/// <summary>An accessor's componentType, with OpenGL's numbers.</summary>
internal enum ComponentType
{
    Int8 = 5120,
    UInt8 = 5121,
    Int16 = 5122,
    UInt16 = 5123,
    UInt32 = 5125,
    Float32 = 5126,
}
