using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Distributions;

namespace SensorSim.UnitTests.Cousins;

/// <summary>Draws that no file was written for.</summary>
internal static class Drawn
{
    public static BoundDraw From(string name, Distribution distribution) => new(name, distribution, new(name, distribution, default, default));
}
