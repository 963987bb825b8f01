namespace SensorSim.Scenes.Scenarios.Labels;

/// <summary>What is written for each frame.</summary>
[Flags]
public enum LabelSet
{
    None = 0,

    /// <summary>The sensor image.</summary>
    Rgb = 1,

    Depth = 2,

    Instance = 4,

    Semantic = 8,

    Normal = 16,

    /// <summary>Distance from the camera's centre.</summary>
    Range = 32,

    /// <summary>Place in the world.</summary>
    Position = 64,

    /// <summary>Normal of the triangle's plane.</summary>
    GeometricNormal = 128,

    /// <summary>Primitive of the mesh.</summary>
    Part = 256,

    Material = 512,

    /// <summary>Normalised object coordinates.</summary>
    Nocs = 1024,

    /// <summary>Texture coordinates.</summary>
    Uv = 2048,

    /// <summary>Movement in the image to the next step.</summary>
    Flow = 4096,

    /// <summary>Movement in the image to the step before.</summary>
    FlowBackward = 8192,

    /// <summary>Movement in the world until the next step.</summary>
    SceneFlow = 16384,

    /// <summary>Movement in the world to the step before.</summary>
    SceneFlowBackward = 32768,

    /// <summary>What is not seen at the next step.</summary>
    Occlusion = 65536,

    /// <summary>What was not seen at the step before.</summary>
    OcclusionBackward = 131072,

    /// <summary>Base colour of the material.</summary>
    Albedo = 1 << 18,

    RoughnessMetallic = 1 << 19,

    /// <summary>Radiance that surfaces send out by themselves.</summary>
    Emissive = 1 << 20,

    /// <summary>Where one surface stands before another.</summary>
    Boundary = 1 << 21,

    /// <summary>A cloud of the points that are seen.</summary>
    Points = 1 << 22,

    /// <summary>The whole shape of each object, in the record.</summary>
    Amodal = 1 << 23,

    /// <summary>Named points and joints of each object, in the record.</summary>
    Keypoints = 1 << 24,

    /// <summary>The sensor image without noise.</summary>
    Clean = 1 << 25,

    /// <summary>Variance of the sensor's noise.</summary>
    NoiseVariance = 1 << 26,

    /// <summary>Every step of the physics engine since the frame's step before.</summary>
    Steps = 1 << 27,

    /// <summary>Linear light in front of the camera, behind its shutter.</summary>
    Radiance = 1 << 28,

    /// <summary>What needs another step's instant beside the frame's.</summary>
    BetweenInstants = Flow | FlowBackward | SceneFlow | SceneFlowBackward | Occlusion | OcclusionBackward,

    /// <summary>What has no file of its own.</summary>
    InRecord = Amodal | Keypoints,

    /// <summary>What a run writes when nothing is said.</summary>
    Default = Rgb | Depth | Instance | Semantic | Normal,

    /// <summary>Everything that every camera has.</summary>
    All = Default | Range | Position | GeometricNormal | Part | Material | Nocs | Uv | Flow | FlowBackward | SceneFlow | SceneFlowBackward | Occlusion | OcclusionBackward
        | Albedo | RoughnessMetallic | Emissive | Boundary | Points | InRecord,
}
