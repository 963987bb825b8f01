using System.Runtime.InteropServices;

namespace SensorSim.Scenes.Model;

/// <summary>Four joints of a skin that move one vertex.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct JointIndices(uint X, uint Y, uint Z, uint W);
