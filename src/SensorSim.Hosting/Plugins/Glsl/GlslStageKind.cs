namespace SensorSim.Hosting.Plugins.Glsl;

/// <summary>The GPU contract that a plugin of GLSL alone fulfils; in snake_case under <c>$.stage.type</c>.</summary>
internal enum GlslStageKind
{
    /// <summary><see cref="Sensors.SampleStage{T}"/>.</summary>
    Sample,

    /// <summary><see cref="Sensors.PointwiseStage{T}"/>.</summary>
    Pointwise,

    /// <summary><see cref="Sensors.MosaicStage{T}"/>.</summary>
    Mosaic,

    /// <summary><see cref="Sensors.NeighbourhoodStage{T}"/>.</summary>
    Neighbourhood,

    /// <summary><see cref="Sensors.MultipassStage{T}"/>.</summary>
    Multipass,
}
