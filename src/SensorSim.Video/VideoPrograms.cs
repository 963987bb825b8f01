using SensorSim.Plugins;

namespace SensorSim.Video;

/// <summary>The programs that write and read videos.</summary>
public static class VideoPrograms
{
    internal const string WhatIsMissing = "ffmpeg and ffprobe, which write and read videos, are not in the folders of PATH: eng/setup.sh video in a clone, or apt-get install ffmpeg.";

    /// <exception cref="MissingLibraryException">ffmpeg or ffprobe is not there.</exception>
    public static void Require()
    {
        if (ProgramPath.Of("ffmpeg") is null || ProgramPath.Of("ffprobe") is null)
        {
            throw new MissingLibraryException(WhatIsMissing);
        }
    }
}
