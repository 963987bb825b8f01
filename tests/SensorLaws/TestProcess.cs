namespace SensorSim.Tests.Sensors;

/// <summary>What lasts as long as a test run.</summary>
internal static class TestProcess
{
    /// <summary>A folder that is gone when the process ends.</summary>
    public static string Folder(string prefix)
    {
        string folder = Directory.CreateTempSubdirectory(prefix).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
