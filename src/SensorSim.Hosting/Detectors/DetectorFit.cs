namespace SensorSim.Hosting.Detectors;

/// <summary>What becomes of a picture for a network of one size.</summary>
public enum DetectorFit
{
    /// <summary>Both sides are scaled by themselves.</summary>
    Resize,

    /// <summary>Both sides are scaled alike, and what is left is grey (114 of 255), half of it at either side.</summary>
    Letterbox,
}
