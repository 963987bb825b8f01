namespace SensorSim.Signals;

/// <summary>Three channels of a signal in double precision: the reference's counterpart of a shader's vec3.</summary>
public readonly record struct Rgb(double R, double G, double B)
{
    public static Rgb operator +(Rgb a, Rgb b) => new(a.R + b.R, a.G + b.G, a.B + b.B);

    public static Rgb operator *(double s, Rgb a) => new(s * a.R, s * a.G, s * a.B);

    /// <summary>The same function on each channel; the channel number (0, 1, 2) tells them apart.</summary>
    public Rgb Map(Func<double, int, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new(function(R, 0), function(G, 1), function(B, 2));
    }
}
