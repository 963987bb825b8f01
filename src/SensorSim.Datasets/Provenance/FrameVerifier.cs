using System.Security.Cryptography;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Datasets.Provenance;

/// <summary>Checks one frame: the bytes and pixels of its files, and that its labels say the same as each other.</summary>
internal sealed class FrameVerifier(DatasetReader dataset, FindingList findings)
{
    public void Verify(FrameRecord record, long line)
    {
        if (record.Frame != DatasetLayout.FrameName(record.Sample, record.Step, record.Camera))
            findings.Add(DatasetLayout.Frames, line, $"the frame is called {record.Frame} but is sample {record.Sample}, step {record.Step}, camera {record.Camera}.");
        var images = new Dictionary<string, PixelPlane>(StringComparer.Ordinal);
        foreach ((string output, FileReference file) in record.Files)
        {
            if (ReadImage(file, record.Frame) is { } image)
                images.Add(output, image);
        }

        new LabelInvariants(record, line, images, findings).Check();
    }

    private PixelPlane? ReadImage(FileReference file, string frame)
    {
        string remedy = $" To mend it, run the command that made the dataset (render or restyle) once more with --resume; replay {frame} shows what should be there.";
        bool isChanged = false;
        try
        {
            byte[] bytes = dataset.ReadBytes(file);
            string digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            isChanged = digest != file.Sha256;
            if (isChanged)
                findings.Add(file.Path, $"SHA-256 is {digest}, expected {file.Sha256}.{remedy}");
            PixelPlane image = ImageReader.Decode(bytes);
            string pixels = PixelDigest.Of(image);
            if (pixels != file.PixelsSha256)
                findings.Add(file.Path, $"the digest of the pixels is {pixels}, expected {file.PixelsSha256}.");
            return image;
        }
        catch (DatasetException e)
        {
            findings.Add(file.Path, e.InnerException is null ? e.Problem + remedy : e.Problem);
        }
        catch (ImageFormatException e)
        {
            // What a decoder advises is for pictures that somebody exported.
            findings.Add(file.Path, isChanged ? "the image cannot be decoded." : e.Message);
        }

        return null;
    }
}
