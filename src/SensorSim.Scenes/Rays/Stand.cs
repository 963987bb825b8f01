namespace SensorSim.Scenes.Rays;

/// <summary>How an object stands.</summary>
/// <param name="Node">What is below it, or around it; null where that is nothing, or does not matter.</param>
/// <param name="ClearanceMetres">From its lowest point down to that: above 0 it hangs in the air, below 0 it is as deep in it, and without an end where it is inside of it altogether.</param>
public readonly record struct Stand(int? Node, double ClearanceMetres)
{
    /// <summary>In the air, with nothing below it.</summary>
    public static Stand OnNothing { get; } = new(null, double.PositiveInfinity);
}
