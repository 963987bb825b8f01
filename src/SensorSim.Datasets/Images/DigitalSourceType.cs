namespace SensorSim.Datasets.Images;

/// <summary>How an image came to be, in the terms of IPTC's vocabulary http://cv.iptc.org/newscodes/digitalsourcetype/.</summary>
public enum DigitalSourceType
{
    /// <summary>Made purely by an algorithm that is not based on sampled training data: scenes of the library.</summary>
    AlgorithmicMedia,

    /// <summary>Several elements, some of which may be captured: photographed textures, scans, measured environments.</summary>
    Composite,

    /// <summary>Several elements of which one, at least, was made or changed by a model that was trained: behind style transfer by a network.</summary>
    CompositeWithTrainedAlgorithmicMedia,
}
