namespace SensorSim.Scenes.Rays;

/// <summary>Looks at what a ray may meet.</summary>
internal interface IRayVisitor
{
    /// <summary>Looks at one item.</summary>
    /// <param name="item">Its index.</param>
    /// <param name="limit">What lies beyond does not matter.</param>
    /// <returns>The limit from now on.</returns>
    double Visit(int item, double limit);
}
