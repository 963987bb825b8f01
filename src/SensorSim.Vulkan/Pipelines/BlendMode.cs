namespace SensorSim.Vulkan.Pipelines;

/// <summary>How a fragment joins what is already in the attachment.</summary>
public enum BlendMode
{
    /// <summary>Overwrites.</summary>
    Opaque,

    /// <summary>source·α + destination·(1−α); α itself: αs + αd·(1−αs).</summary>
    Alpha,

    /// <summary>source + destination·(1−α), for colours already multiplied by α.</summary>
    PremultipliedAlpha,

    /// <summary>source + destination.</summary>
    Additive,

    /// <summary>source·destination.</summary>
    Multiply,
}
