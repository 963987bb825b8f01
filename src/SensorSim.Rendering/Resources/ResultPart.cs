namespace SensorSim.Rendering.Resources;

/// <summary>A part of a frame's result block, bytes.</summary>
internal readonly record struct ResultPart(long Offset, long Size)
{
    /// <summary>For shaders that write words.</summary>
    public uint FirstWord => checked((uint)(Offset / 4));
}
