namespace SensorSim.Hosting.Detectors;

/// <summary>How a network says what it found.</summary>
public enum DetectorForm
{
    /// <summary>One tensor [1, 4 + categories, candidates], or with the last two axes exchanged: centre and size of the box, a score for each category. Many candidates overlap.</summary>
    Yolo,

    /// <summary>The same with the score that there is anything at all behind the box: [1, candidates, 5 + categories].</summary>
    YoloObjectness,

    /// <summary>Three tensors, of boxes (corners), scores and labels, as torchvision exports them.</summary>
    Boxes,
}
