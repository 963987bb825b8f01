namespace SensorSim.Datasets;

/// <summary>A dataset cannot be read, written or joined: the message names the file (and line), what was expected and what to do.</summary>
public sealed class DatasetException : Exception
{
    public DatasetException(string path, string message, Exception? inner = null)
        : base($"{path}: {message}", inner) => (Path, Problem) = (path, message);

    public DatasetException(string path, long line, string message, Exception? inner = null)
        : base(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}:{line}: {message}"), inner) => (Path, Line, Problem) = (path, line, message);

    /// <summary>The file or folder at fault.</summary>
    public string Path { get; }

    /// <summary>The line at fault, from 1, where there is one.</summary>
    public long? Line { get; }

    /// <summary>The folder is not damaged but belongs to another run, and will whatever is tried again.</summary>
    public bool IsOfAnotherPlan { get; init; }

    /// <summary>The message without the path: for a list that names the path itself.</summary>
    public string Problem { get; }
}
