using System.Runtime.InteropServices;

namespace SensorSim.Rendering.Passes;

/// <summary>Push constants of a draw; what the second word means depends on the pass.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct DrawConstants(uint Material, uint Second);
