namespace SensorSim.Rendering.Flicker;

/// <summary>sin(πx)/(πx), 1 at 0.</summary>
internal static class Sinc
{
    public static double Of(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
