namespace SensorSim.Vulkan.Images;

/// <summary>How a shader sees an image: the GLSL type of its sampler.</summary>
public enum ImageViewKind
{
    Image2D = 1,
    Cube = 3,
    Image2DArray = 5,
    CubeArray = 6,
}
