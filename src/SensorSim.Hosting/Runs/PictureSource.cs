using SensorSim.Datasets.Images;
using SensorSim.Scenes.Library;

namespace SensorSim.Hosting.Runs;

/// <summary>What kind of medium a run's sensor images are, by what they are made from.</summary>
internal static class PictureSource
{
    /// <summary>
    /// Scenes of the library are made in code. Of any other scene or environment nobody knows whether it was photographed or scanned, so it
    /// counts as if. No sensor stage is trained on data; one that is would need another term.
    /// </summary>
    /// <param name="assets">Names of scene and environment files.</param>
    public static DigitalSourceType Of(IEnumerable<string> assets) =>
        assets.All(SceneLibrary.IsReference) ? DigitalSourceType.AlgorithmicMedia : DigitalSourceType.Composite;
}
