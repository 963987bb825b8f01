using System.Collections.Concurrent;
using System.Security.Cryptography;
using SensorSim.Datasets.Images;
using SensorSim.Signals;

namespace SensorSim.Datasets.Storage;

/// <summary>Puts a frame's planes on the disk. Thread-safe: each call borrows an encoder with buffers of its own.</summary>
internal sealed class FrameEncoder(string root)
{
    private readonly ConcurrentBag<ImageWriter> _encoders = [];
    private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);

    /// <summary>Writes every plane, takes over what another dataset has, and returns what the record says of them.</summary>
    public IReadOnlyDictionary<string, FileReference> Write(FrameContent frame)
    {
        var files = new Dictionary<string, FileReference>(StringComparer.Ordinal);
        ImageWriter encoder = _encoders.TryTake(out ImageWriter? idle) ? idle : new ImageWriter();
        foreach ((string output, PixelPlane plane) in frame.Planes)
        {
            PlaneEncoding encoding = frame.Encodings.GetValueOrDefault(output, PlaneEncoding.Default);
            string path = DatasetLayout.ImagePath(output, frame.Record.Frame, encoding.Format);
            ReadOnlyMemory<byte> file = encoder.Encode(plane, encoding.Format, encoding.Content, encoding.Xmp);
            _folders.GetOrAdd(output, CreateFolder);
            AtomicFile.Write(DatasetLayout.Resolve(root, path), file.Span);
            // The digest is of what a reader gets, which of a JPEG is not what was written.
            files.Add(output, Reference(path, file.Span, encoding.Format == ImageFormat.Jpeg ? ImageReader.Decode(file.Span) : plane, encoding));
        }

        _encoders.Add(encoder);
        foreach ((string output, TakenFile taken) in frame.Taken)
        {
            _folders.GetOrAdd(output, CreateFolder);
            files.Add(output, taken.PutInto(root));
        }

        return files;
    }

    private static FileReference Reference(string path, ReadOnlySpan<byte> file, in PixelPlane plane, PlaneEncoding encoding) =>
        new(path, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)), PixelDigest.Of(plane))
        {
            Kind = encoding.Kind,
            ScaleM = encoding.ScaleM,
            Invalid = encoding.Invalid,
        };

    private bool CreateFolder(string output)
    {
        if (!DatasetLayout.IsOutputName(output))
            throw new ArgumentException($"'{output}' cannot be the folder of an output: expected lower-case letters, digits, '-' and '_'.", nameof(output));
        DatasetFolder.Create(Path.Combine(root, output));
        return true;
    }
}
