namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Where objects are put, and how.</summary>
/// <param name="On">A pattern over the names of the objects that carry or hold them.</param>
public abstract record PlacementRule(string On)
{

    /// <summary>Anywhere on level surfaces.</summary>
    /// <param name="On">What carries them.</param>
    /// <param name="ClearanceMetres">Kept from everything beside them.</param>
    public sealed record Scatter(string On, double ClearanceMetres) : PlacementRule(On)
    {
        /// <summary>Whether they stand as they are made; else they lie as they fall.</summary>
        public bool IsUpright { get; init; } = true;

        /// <summary>Turns about the vertical that they may have, at equal steps; null for any.</summary>
        public int? YawSteps { get; init; }

        /// <summary>Kept from the surface's edge.</summary>
        public double MarginMetres { get; init; }
    }

    /// <summary>Side by side along the front edge, row behind row on the next surface.</summary>
    /// <param name="On">What carries them; its front is its own +Z.</param>
    /// <param name="GapMetres">Between two, at least.</param>
    public sealed record Line(string On, double GapMetres) : PlacementRule(On)
    {
        /// <summary>By how much more a gap may be, and by how much one may stand back.</summary>
        public double JitterMetres { get; init; }

        /// <summary>Kept from the surface's edge.</summary>
        public double MarginMetres { get; init; }
    }

    /// <summary>One upon another.</summary>
    /// <param name="On">What carries the lowest.</param>
    /// <param name="Layers">In each stack, at most.</param>
    public sealed record Stack(string On, int Layers) : PlacementRule(On)
    {
        /// <summary>By how much one may stand beside the one below it.</summary>
        public double JitterMetres { get; init; }

        /// <summary>By how much one may be turned against the one below it.</summary>
        public double JitterDegrees { get; init; }

        /// <summary>Kept from everything beside a stack.</summary>
        public double ClearanceMetres { get; init; }
    }

    /// <summary>Dropped one after the other into containers, to lie as they fall.</summary>
    /// <param name="On">What holds them.</param>
    public sealed record Fill(string On) : PlacementRule(On);
}
