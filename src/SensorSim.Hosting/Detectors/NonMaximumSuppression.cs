using SensorSim.Datasets.Preservation;

namespace SensorSim.Hosting.Detectors;

/// <summary>Of boxes of one category that overlap, the most certain.</summary>
internal static class NonMaximumSuppression
{
    /// <summary>The boxes that stay, most certain first.</summary>
    /// <param name="boxes">In any order; of equal scores the earlier goes first.</param>
    /// <param name="mostOverlap">Intersection over union that two boxes may have.</param>
    public static IReadOnlyList<DetectedBox> Of(IEnumerable<DetectedBox> boxes, double mostOverlap)
    {
        var kept = new List<DetectedBox>();
        foreach (DetectedBox box in boxes.OrderByDescending(box => box.Score))
        {
            if (kept.TrueForAll(better => better.Category != box.Category || better.Overlap(box) <= mostOverlap))
            {
                kept.Add(box);
            }
        }

        return kept;
    }
}
