namespace SensorSim.Scenes.Files;

/// <summary>What a path leads to, links followed.</summary>
public enum FileKind
{
    /// <summary>Nothing, or nothing that may be looked at.</summary>
    None,

    /// <summary>A plain file.</summary>
    Regular,

    Folder,

    Pipe,

    Device,

    Socket,

    /// <summary>Something that this program has no word for.</summary>
    Other,
}
