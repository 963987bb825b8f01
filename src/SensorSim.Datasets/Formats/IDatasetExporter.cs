using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Formats;

/// <summary>Writes a dataset in the format of another tool.</summary>
public interface IDatasetExporter
{
    /// <summary>The name on the command line: "coco".</summary>
    string Format { get; }

    /// <summary>Exports into a new folder, which appears when it is whole.</summary>
    /// <returns>How many frames it has; those that were rejected are left out.</returns>
    /// <exception cref="DatasetException">The folder is not empty, or the dataset lacks what the format needs.</exception>
    long Export(DatasetReader dataset, string outputFolder, CancellationToken cancellation);
}
