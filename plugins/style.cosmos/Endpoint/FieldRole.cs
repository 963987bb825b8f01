namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>What a field of a request is for.</summary>
internal enum FieldRole
{
    Unknown,
    Prompt,
    NegativePrompt,
    Video,
    Seed,
    Guidance,
    Steps,
    SigmaMax,
    Resolution,
    FrameRate,
    FrameCount,
    ChunkFrames,
    ConditionalFrames,
    Width,
    Height,
    Name,
    Mode,
    ControlVideo,
    ControlWeight,
    ControlPreset,
    ControlMask,
}
