namespace SensorSim.Hosting.Detectors;

/// <summary>Of boxes of one category that overlap, the most certain.</summary>
internal static class NonMaximumSuppression
{
    /// <summary>The boxes that stay, most certain first.</summary>
    /// <param name="boxes">In any order; of equal scores the earlier goes first.</param>
    /// <param name="mostOverlap">Intersection over union that two boxes may have.</param>
    public static IReadOnlyList<Detection> Of(IEnumerable<Detection> boxes, double mostOverlap)
    {
        var kept = new List<Detection>();
        foreach (Detection box in boxes.OrderByDescending(box => box.Score))
        {
            if (kept.TrueForAll(better => better.Category != box.Category || better.Overlap(box) <= mostOverlap))
            {
                kept.Add(box);
            }
        }

        return kept;
    }
}
