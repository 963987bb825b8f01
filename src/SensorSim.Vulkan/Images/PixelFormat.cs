namespace SensorSim.Vulkan.Images;

/// <summary>How a pixel is stored. Components are in memory order; the numbers are Vulkan's.</summary>
public enum PixelFormat
{
    Undefined = 0,
    R8UNorm = 9,
    R8UInt = 13,
    R8G8UNorm = 16,
    R8G8B8A8UNorm = 37,
    R8G8B8A8SNorm = 38,
    R8G8B8A8UInt = 41,

    /// <summary>Read as linear values, written through the sRGB transfer curve.</summary>
    R8G8B8A8UNormSrgb = 43,
    B8G8R8A8UNorm = 44,
    R10G10B10A2UNorm = 64,
    R16UNorm = 70,
    R16UInt = 74,
    R16Float = 76,
    R16G16UNorm = 77,
    R16G16SNorm = 78,
    R16G16UInt = 81,
    R16G16Float = 83,
    R16G16B16A16UNorm = 91,
    R16G16B16A16SNorm = 92,
    R16G16B16A16UInt = 95,
    R16G16B16A16Float = 97,
    R32UInt = 98,
    R32SInt = 99,
    R32Float = 100,
    R32G32UInt = 101,
    R32G32SInt = 102,
    R32G32Float = 103,

    /// <summary>Vertex data only on most devices.</summary>
    R32G32B32Float = 106,
    R32G32B32A32UInt = 107,
    R32G32B32A32SInt = 108,
    R32G32B32A32Float = 109,
    R11G11B10Float = 122,
    D16UNorm = 124,
    D32Float = 126,
}
