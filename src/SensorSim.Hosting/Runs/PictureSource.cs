using SensorSim.Datasets;
using SensorSim.Datasets.Images;
using SensorSim.Scenes.Library;

namespace SensorSim.Hosting.Runs;

/// <summary>What kind of medium a run's sensor images are, by what they are made from.</summary>
internal static class PictureSource
{
    /// <summary>
    /// Scenes of the library are made in code. Of any other scene or environment nobody knows whether it was photographed or scanned, so it
    /// counts as if; so does what a style took from real images. No sensor stage is trained on data; a style may be, and then that is what counts.
    /// </summary>
    /// <param name="assets">Names of scene and environment files.</param>
    /// <param name="styles">What the picture went through; null is nothing.</param>
    public static DigitalSourceType Of(IEnumerable<string> assets, IReadOnlyList<StyleRecord>? styles = null) =>
        styles?.Any(style => style.Nature == StyleRecord.Learned) == true ? DigitalSourceType.CompositeWithTrainedAlgorithmicMedia
        : assets.All(SceneLibrary.IsReference) && styles?.Any(style => style.Target is not null) != true ? DigitalSourceType.AlgorithmicMedia
        : DigitalSourceType.Composite;
}
