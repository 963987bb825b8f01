namespace SensorSim.Scenes.Gltf;

/// <summary>Memory that the file's own numbers may claim. Claims are made before the allocation.</summary>
internal sealed class MemoryBudget(string what, long bytes)
{
    private long claimed;

    /// <summary>Takes memory that is kept.</summary>
    /// <exception cref="GltfException">The claim goes beyond the budget.</exception>
    public void Claim(long count, long bytesEach, JsonCursor at)
    {
        Require(count, bytesEach, at);
        claimed += count * bytesEach;
    }

    /// <summary>Checks that memory used for a moment would still fit.</summary>
    /// <exception cref="GltfException">It would not.</exception>
    public void Require(long count, long bytesEach, JsonCursor at)
    {
        long room = bytes - claimed;
        if (count > room / Math.Max(1, bytesEach))
        {
            throw at.Error($"{count} elements of {bytesEach} bytes exceed the {bytes} bytes that {what} of this file may take; reduce the file");
        }
    }
}
