namespace SensorSim.Datasets.Preservation;

/// <summary>How a detector's boxes agree with those of the labels, before and after restyling.</summary>
public static class BoxAgreement
{
    private const double LeastOverlap = 0.5;

    /// <param name="labels">True boxes.</param>
    /// <param name="before">Boxes found in the picture before, most certain first.</param>
    /// <param name="after">Boxes found in the restyled picture, most certain first.</param>
    public static DetectionAgreementRecord Of(IReadOnlyList<DetectedBox> labels, IReadOnlyList<DetectedBox> before, IReadOnlyList<DetectedBox> after)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        int foundBefore = Matches(labels, before), foundAfter = Matches(labels, after);
        return new(Share(foundBefore, before.Count), Share(foundBefore, labels.Count), Share(foundAfter, after.Count), Share(foundAfter, labels.Count));
    }

    // As COCO does: in the order of certainty, each takes the label of its category that it overlaps best and that is free.
    private static int Matches(IReadOnlyList<DetectedBox> labels, IReadOnlyList<DetectedBox> found)
    {
        var free = labels.ToList();
        foreach (DetectedBox box in found)
        {
            DetectedBox? best = free.Where(label => label.Category == box.Category && label.Overlap(box) >= LeastOverlap).MaxBy(label => label.Overlap(box));
            if (best is not null)
                free.Remove(best);
        }

        return labels.Count - free.Count;
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
