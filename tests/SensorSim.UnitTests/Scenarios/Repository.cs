namespace SensorSim.UnitTests.Scenarios;

/// <summary>Files of the clone that the tests run in.</summary>
internal static class Repository
{
    public static string PathOf(params ReadOnlySpan<string> parts)
    {
        string folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "SensorSim.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run inside a clone.");
        }

        return Path.Combine([folder, .. parts]);
    }
}
