using System.Text;
using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;

namespace SensorSim.Cli.Commands.Options;

/// <summary>A file that a command writes when all is known: looked at before the work begins, there whole or not at all.</summary>
internal sealed class OutputFile
{
    private readonly string _path;

    private OutputFile(string path) => _path = path;

    /// <summary>Null where the option was not given.</summary>
    /// <exception cref="UsageException">It cannot be a file of that kind, or its folder is not there.</exception>
    /// <exception cref="DatasetException">No file can be begun there.</exception>
    public static OutputFile? Of(string option, string? path, string extension)
    {
        if (path is null) return null;
        if (Path.GetExtension(path) != extension) throw new UsageException($"{option} {path}: the file's name ends in {extension}");
        if (Directory.Exists(path)) throw new UsageException($"{option} {path}: this is a folder");
        if (DatasetReader.Enclosing(path) is { } dataset) throw new UsageException($"{option} {path}: this place belongs to the dataset {dataset}, which would not verify any more; choose another");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new UsageException($"{option} {path}: there is no folder {folder}; make it first");
        RequireRoom(option, path);
        return new(path);
    }

    public void Write(string text) => AtomicFile.Write(_path, Encoding.UTF8.GetBytes(text));

    public void Write(ReadOnlySpan<byte> bytes) => AtomicFile.Write(_path, bytes);

    // The work may take minutes.
    private static void RequireRoom(string option, string path)
    {
        try
        {
            AtomicFile.Try(path);
        }
        catch (DatasetException wrong)
        {
            throw new DatasetException(path, $"{wrong.Problem} Name another place with {option}.", wrong.InnerException);
        }
    }
}
