namespace SensorSim.Datasets.Images;

/// <summary>What a plane is like, which decides how a PNG's rows are coded after prediction from the row above.</summary>
public enum PngContent
{
    /// <summary>Found out from a sample of the rows; the same plane always gets the same answer.</summary>
    Automatic,

    /// <summary>Clean renders and label images: repetitions are searched for.</summary>
    Smooth,

    /// <summary>Sensor noise: there is nothing to find, so bytes are only Huffman-coded. Faster, and smaller too.</summary>
    Noisy,
}
