using SensorSim.Datasets.Images;
using SensorSim.Datasets.Provenance;
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
        if (!File.Exists(path))
        {
            string why = File.Exists(Path.Combine(root, DatasetLayout.Journal))
                ? "the run that writes this dataset is not finished; carry on with render --resume."
                : "no dataset here: there is no dataset.json.";
            throw new DatasetException(root, why);
        }

        try
        {
            return new(root, DatasetDescriptionJson.Parse(File.ReadAllBytes(path)));
        }
        catch (FormatException e)
        {
            throw new DatasetException(path, e.Message, e);
        }
    }

    /// <summary>The records in frame order, streamed.</summary>
    /// <exception cref="DatasetException">A line is not a record.</exception>
    public IEnumerable<FrameRecord> Frames() => Lines().Select(ParseRecord);

    /// <summary>One frame by its name ("000012_0007_front"), or null.</summary>
    public FrameRecord? Find(string frame) => Frames().FirstOrDefault(record => record.Frame == frame);

    /// <summary>The bytes of an image file, or of its member inside a tar shard.</summary>
    /// <exception cref="DatasetException">Missing or shorter than the record says.</exception>
    public byte[] ReadBytes(FileReference file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string path = DatasetLayout.Resolve(Root, file.Path);
        try
        {
            using Microsoft.Win32.SafeHandles.SafeFileHandle handle = File.OpenHandle(path);
            long available = RandomAccess.GetLength(handle) - (file.Offset ?? 0);
            if (file.Bytes < 0 || available < file.Bytes || (file.Offset is null && available != file.Bytes))
                throw new DatasetException(path, $"has {available} bytes where the record says {file.Bytes}.");
            byte[] bytes = new byte[file.Bytes];
            int read = 0;
            while (read < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(read), (file.Offset ?? 0) + read) is > 0 and var count)
                read += count;
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(path, $"could not be read: {FileFailure.Reason(e)}.", e);
        }
    }

    /// <summary>The decoded pixels of an image.</summary>
    /// <exception cref="DatasetException">Missing, or not an image.</exception>
    public PixelPlane ReadImage(FileReference file)
    {
        byte[] bytes = ReadBytes(file);
        try
        {
            return ImageReader.Decode(bytes);
        }
        catch (ImageFormatException e)
        {
            throw new DatasetException(DatasetLayout.Resolve(Root, file.Path), e.Message, e);
        }
    }

    /// <summary>The lines of frames.jsonl as they are.</summary>
    internal IEnumerable<TextLine> Lines() => TextLine.Read(DatasetLayout.Resolve(Root, DatasetLayout.Frames));

    /// <exception cref="DatasetException">The line is not a record.</exception>
    internal FrameRecord ParseRecord(TextLine line)
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
}
