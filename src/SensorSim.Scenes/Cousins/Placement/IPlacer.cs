namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Places the objects of one rule in one cousin, one after the other.</summary>
internal interface IPlacer
{
    /// <summary>Finds room for an object and puts it down.</summary>
    /// <param name="thing">The object.</param>
    /// <param name="isSupport">Whether others will stand on it or in it.</param>
    /// <returns>False where there is none.</returns>
    bool Place(Placee thing, bool isSupport);

    /// <summary>Whether an object can have no room, wherever everything else is; false where that is not certain.</summary>
    bool IsTooLarge(PlacedShape shape) => false;

    /// <summary>How much room there is in all, for messages: "0.42 m² of level surface".</summary>
    string Room { get; }
}
