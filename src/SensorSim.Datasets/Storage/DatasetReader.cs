using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Labels;
using SensorSim.Datasets.Provenance;
using SensorSim.Scenes.Files;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Datasets.Storage;

/// <summary>Reads a finished dataset: its description, its records one by one, its images.</summary>
public sealed class DatasetReader
{
    private DatasetReader(string root, DatasetDescription description) => (Root, Description) = (root, description);

    /// <summary>The dataset's folder, absolute.</summary>
    public string Root { get; }

    public DatasetDescription Description { get; }

    /// <exception cref="DatasetException">No dataset there, or one that cannot be read.</exception>
    public static DatasetReader Open(string folder)
    {
        string root = Path.GetFullPath(folder), path = Path.Combine(root, DatasetLayout.Description);
        if (WhyNoDataset(root) is { } why)
            throw new DatasetException(root, why);
        byte[] json = RegularFile.ReadAllBytes(path);
        try
        {
            return new(root, DatasetDescriptionJson.Parse(json));
        }
        catch (FormatException e)
        {
            throw new DatasetException(path, $"{e.Message} Restore this file from a copy, or make the dataset again in an empty folder.", e);
        }
    }

    /// <summary>The folder of the dataset, finished or not, that a path is in or is; null outside of datasets.</summary>
    public static string? Enclosing(string path) => DatasetFolder.Enclosing(Path.GetFullPath(path));

    private static string? WhyNoDataset(string root)
    {
        if (FileKinds.Of(Path.Combine(root, DatasetLayout.Description)) == FileKind.Forbidden)
            return "permission is denied: this user may not read the folder.";
        if (!Directory.Exists(root))
            return Path.Exists(root) ? "is a file, not a dataset's folder." : "no dataset here: the folder does not exist.";
        if (Path.Exists(Path.Combine(root, DatasetLayout.Description)))
            return null;
        if (!File.Exists(Path.Combine(root, DatasetLayout.Journal)))
            return "no dataset here: there is no dataset.json.";
        return FolderLock.IsHeld(root)
            ? "a run is writing this dataset now; wait for its end."
            : "the run that writes this dataset is not finished; carry on with the command that writes it (render or restyle) and --resume.";
    }

    /// <summary>The records in frame order, streamed.</summary>
    /// <exception cref="DatasetException">A line is not a record.</exception>
    public IEnumerable<FrameRecord> Frames() => Lines().Select(ParseRecord);

    /// <summary>One frame by its name ("000012_0007_front") with its line, or null.</summary>
    public FrameLine? Find(string frame) => FrameLines().FirstOrDefault(line => line.Record.Frame == frame);

    /// <summary>The bytes of an image file, or of its member inside a tar shard.</summary>
    /// <exception cref="DatasetException">Missing or shorter than the record says.</exception>
    public byte[] ReadBytes(FileReference file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string path = DatasetLayout.Resolve(Root, file.Path);
        using SafeFileHandle handle = RegularFile.Open(path);
        long offset = file.Offset ?? 0, available = RandomAccess.GetLength(handle) - offset;
        if (file.Bytes > Array.MaxLength || available < file.Bytes || (file.Offset is null && available != file.Bytes))
            throw new DatasetException(path, $"has {available} bytes where the record says {file.Bytes}.");
        return RegularFile.ReadBytes(path, handle, offset, (int)file.Bytes);
    }

    /// <summary>The decoded pixels of an image.</summary>
    /// <exception cref="DatasetException">Missing, changed, or not an image.</exception>
    public PixelPlane ReadImage(FileReference file)
    {
        byte[] bytes = ReadCheckedBytes(file);
        try
        {
            return ImageReader.Decode(bytes);
        }
        catch (ImageFormatException e)
        {
            throw new DatasetException(DatasetLayout.Resolve(Root, file.Path), e.Message, e);
        }
    }

    /// <summary>The pixels of a frame's output, to compute with.</summary>
    /// <exception cref="DatasetException">Missing, changed, no image, or not of the size and kind that this output has.</exception>
    public PixelPlane ReadOutput(FrameRecord record, string output)
    {
        ArgumentNullException.ThrowIfNull(record);
        FileReference file = record.Files[output];
        PixelPlane plane = ReadImage(file);
        string? problem = output != "points" && (plane.Width, plane.Height) != (record.Width, record.Height)
            ? $"is {plane.Width}x{plane.Height}, expected {record.Width}x{record.Height}."
            : OutputShape.Problem(output, plane);
        return problem is null ? plane : throw new DatasetException(DatasetLayout.Resolve(Root, file.Path), problem);
    }

    /// <summary>The bytes of an image, refused where they are not the ones that were written.</summary>
    /// <exception cref="DatasetException">Missing, or its SHA-256 is not the record's.</exception>
    public byte[] ReadCheckedBytes(FileReference file)
    {
        byte[] bytes = ReadBytes(file);
        RequireDigest(file, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return bytes;
    }

    /// <summary>Refuses a file that is not the one that was written.</summary>
    /// <exception cref="DatasetException">Missing, or its length or SHA-256 is not the record's.</exception>
    public void RequireIntact(FileReference file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Offset is not null)
        {
            ReadCheckedBytes(file);
            return;
        }

        string path = DatasetLayout.Resolve(Root, file.Path);
        (string sha256, long bytes) = RegularFile.Digest(path);
        if (bytes != file.Bytes)
            throw new DatasetException(path, $"has {bytes} bytes where the record says {file.Bytes}.");
        RequireDigest(file, sha256);
    }

    /// <summary>The records in frame order with their lines, streamed.</summary>
    /// <exception cref="DatasetException">A line is not a record.</exception>
    public IEnumerable<FrameLine> FrameLines() => Lines().Select(line => new FrameLine(ParseRecord(line), line.Number, line.Bytes));

    /// <summary>The lines of frames.jsonl as they are.</summary>
    internal IEnumerable<TextLine> Lines() => TextLine.Read(DatasetLayout.Resolve(Root, DatasetLayout.Frames));

    private FrameRecord ParseRecord(TextLine line)
    {
        try
        {
            return FrameRecordJson.Parse(line.Bytes);
        }
        catch (FormatException e)
        {
            throw new DatasetException(DatasetLayout.Resolve(Root, DatasetLayout.Frames), line.Number, e.Message, e);
        }
    }

    private void RequireDigest(FileReference file, string sha256)
    {
        if (sha256 != file.Sha256)
            throw new DatasetException(DatasetLayout.Resolve(Root, file.Path), $"was changed: SHA-256 is {sha256}, the record says {file.Sha256}.");
    }
}
