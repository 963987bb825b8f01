namespace SensorSim.UnitTests.Datasets.Images;

/// <summary>Reads files that may be damaged.</summary>
internal static class Decoding
{
    /// <summary>What decoding throws; null where it gives pixels.</summary>
    public static Exception? FailureOf(Action decode)
    {
        try
        {
            decode();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
