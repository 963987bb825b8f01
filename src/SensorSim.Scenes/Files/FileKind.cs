namespace SensorSim.Scenes.Files;

/// <summary>What a path leads to, links followed.</summary>
public enum FileKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A folder on the way may not be entered by this user.</summary>
    Forbidden,

    /// <summary>Symbolic links that lead to each other.</summary>
    Loop,

    /// <summary>A name that no file can have, because it is too long.</summary>
    TooLong,

    /// <summary>A plain file.</summary>
    Regular,

    Folder,

    Pipe,

    Device,

    Socket,

    /// <summary>Something that this program has no word for.</summary>
    Other,
}
