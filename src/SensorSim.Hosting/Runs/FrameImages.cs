using SensorSim.Datasets.Images;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Records;
using SensorSim.Signals;

namespace SensorSim.Hosting.Runs;

/// <summary>Writes images where a dataset has them, without a dataset: previews, replayed frames.</summary>
public static class FrameImages
{
    /// <param name="planes">Output name → pixels.</param>
    /// <param name="folder">Made when it is not there.</param>
    /// <param name="frame">Name of the frame.</param>
    /// <exception cref="IOException">An image could not be written.</exception>
    public static void Write(IReadOnlyDictionary<string, PixelPlane> planes, string folder, string frame)
    {
        ArgumentNullException.ThrowIfNull(planes);
        var writer = new ImageWriter();
        foreach ((string output, PixelPlane plane) in planes)
        {
            ImageFormat format = output == PhysicsSteps.Output ? ImageFormat.JsonLines : plane.Channels > 4 ? ImageFormat.Ply : plane.SampleType == SampleType.Float32 ? ImageFormat.Exr : ImageFormat.Png;
            string path = DatasetLayout.Resolve(folder, DatasetLayout.ImagePath(output, frame, format));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, writer.Encode(plane, format).Span);
        }
    }
}
