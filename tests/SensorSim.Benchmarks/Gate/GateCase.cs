using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;

namespace SensorSim.Benchmarks.Gate;

/// <summary>One restyle and what the gate measured of it.</summary>
/// <param name="Frame">What it is made of, without its planes.</param>
/// <param name="Scene">What it shows.</param>
/// <param name="Kind">"good", "shift", "object shift", "erase" or "insert".</param>
/// <param name="Detail">Which style, or how far.</param>
/// <param name="Style">The style it was made on.</param>
/// <param name="AreaPx">Pixels that are wrong.</param>
/// <param name="Contrast">RMS difference that it makes there, 0 to 1.</param>
/// <param name="InstanceId">The object that it is about; -1 is the frame.</param>
/// <param name="Scores">What was measured.</param>
internal sealed record GateCase(StyledFrame Frame, string Scene, string Kind, string Detail, string Style, int AreaPx, double Contrast, int InstanceId, GateRecord Scores);
