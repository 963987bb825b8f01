namespace SensorSim.Style;

/// <summary>Where what a backend adds to an image comes from: decides how the image is marked.</summary>
public enum StyleNature
{
    /// <summary>From statistics of images that were given to it: colours, spectra, noise. Nothing was trained.</summary>
    Statistical,

    /// <summary>From a model that was trained: the image carries "composite with trained algorithmic media" for good.</summary>
    Learned,
}
