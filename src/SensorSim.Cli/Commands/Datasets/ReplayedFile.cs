namespace SensorSim.Cli.Commands.Datasets;

/// <summary>One image of a frame, twice.</summary>
/// <param name="Output">Such as <c>rgb</c>.</param>
/// <param name="Recorded">Digest of the pixels that were written.</param>
/// <param name="Replayed">Digest of those rendered again; null when it was not rendered.</param>
internal sealed record ReplayedFile(string Output, string Recorded, string? Replayed)
{
    public bool IsSame => Recorded == Replayed;
}
