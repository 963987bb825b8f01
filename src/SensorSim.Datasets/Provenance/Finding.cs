namespace SensorSim.Datasets.Provenance;

/// <summary>One thing wrong with a dataset.</summary>
/// <param name="Path">File at fault, relative to the dataset.</param>
/// <param name="Line">Line at fault, from 1, where there is one.</param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record Finding(string Path, long? Line, string Message)
{
    public override string ToString() => Line is { } line
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}:{line}: {Message}")
        : $"{Path}: {Message}";
}
