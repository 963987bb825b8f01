namespace SensorSim.Datasets.Images;

/// <summary>How rows are predicted before compression.</summary>
public enum PngFilter
{
    /// <summary>Chosen from a sample of the rows; the same plane always gets the same choice.</summary>
    Automatic,

    /// <summary>Bytes as they are: best for noisy images at the fastest compression level.</summary>
    None,

    /// <summary>The difference to the row above: best for clean renders and label images.</summary>
    Up,
}
