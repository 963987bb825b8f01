namespace SensorSim.Rendering;

/// <summary>Which labels a frame carries.</summary>
[Flags]
public enum LabelKinds
{
    None = 0,

    /// <summary>Planar depth; distance from the camera beyond 120 degrees of view.</summary>
    Depth = 1,

    /// <summary>Unit normal in the camera frame: the interpolated vertex normal, without the normal map, on the side that is seen.</summary>
    Normal = 2,

    /// <summary>Instance id.</summary>
    Instance = 4,

    /// <summary>Category id.</summary>
    Category = 8,

    /// <summary>What visibility and truncation need: how many pixels each object would cover alone.</summary>
    Coverage = 16,

    /// <summary>Distance from the camera's centre, metres.</summary>
    Range = 32,

    /// <summary>Place in the world, metres.</summary>
    Position = 64,

    /// <summary>Unit normal of the triangle's plane in the camera frame, on the side that is seen.</summary>
    GeometricNormal = 128,

    /// <summary>Place of the primitive in its mesh, from 1.</summary>
    Part = 256,

    /// <summary>Index of the material, from 1; glTF's default material comes after the last.</summary>
    Material = 512,

    /// <summary>Place in the object at rest: 0.5 at the centre of its box, and 1 over the box's diagonal to a metre (NOCS).</summary>
    ObjectCoordinates = 1024,

    /// <summary>First set of texture coordinates.</summary>
    TexCoord = 2048,

    /// <summary>Movement to the next instant: pixels right and down; then 1 where the point is seen there, 2 where it is hidden or outside.</summary>
    ForwardFlow = 4096,

    /// <summary>The same to the instant before.</summary>
    BackwardFlow = 8192,

    /// <summary>Movement in the world until the next instant, along the axes of this frame's camera, metres.</summary>
    ForwardSceneFlow = 16384,

    /// <summary>The same to the instant before.</summary>
    BackwardSceneFlow = 32768,

    /// <summary>Base colour of the material with vertex colours, linear Rec. 709, and alpha (1 but for blended surfaces).</summary>
    Albedo = 1 << 16,

    /// <summary>1 on every surface, then roughness and metalness.</summary>
    RoughnessMetallic = 1 << 17,

    /// <summary>Radiance that the surface sends out by itself, nit; of an unlit one all that it shows.</summary>
    Emission = 1 << 18,

    /// <summary>Which pixels each object would cover alone; with <see cref="Coverage"/>.</summary>
    SoloMasks = 1 << 19,

    Default = Depth | Normal | Instance | Category | Coverage,
}
