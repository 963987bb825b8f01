using System.Globalization;

namespace SensorSim.Scenes.Scenarios;

/// <summary>Where something was written.</summary>
/// <param name="File">A path as given, or the command line option.</param>
/// <param name="Line">From 1; 0 when the place has no lines.</param>
/// <param name="Column">From 1, in characters.</param>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary>"aisle.yaml:14:9", as editors and compilers write it.</summary>
    public override string ToString() =>
        Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
