namespace SensorSim.Datasets;

/// <summary>Something that a restyled frame's labels no longer fit.</summary>
/// <param name="Kind">A word that is counted, one of the constants here.</param>
/// <param name="InstanceId">The object; null where it is the whole frame.</param>
/// <param name="Detail">What was measured, in words.</param>
public sealed record GateFailureRecord(string Kind, int? InstanceId, string Detail)
{
    /// <summary>Outlines are elsewhere than labels say.</summary>
    public const string Shifted = "shifted";

    /// <summary>An outline that stood out no longer does, on most of its length.</summary>
    public const string Erased = "erased";

    /// <summary>Something is there that neither labels nor recolouring explain.</summary>
    public const string Inserted = "inserted";

    /// <summary>The frame as a whole lost so much contrast that nothing can be judged.</summary>
    public const string LowContrast = "low contrast";

    /// <summary>Surfaces change from frame to frame though nothing in the scene does.</summary>
    public const string Flicker = "flicker";

    /// <summary>An object moves otherwise than its flow says.</summary>
    public const string Motion = "motion";

    /// <summary>The same of an object that begins or ceases to touch another at this step.</summary>
    public const string Contact = "contact";

    /// <summary>A style before this one failed, or nobody looked: what passes now passes for the picture that it was given, and that is not the one of the labels.</summary>
    public const string Earlier = "earlier style";

    /// <summary>All kinds, in the order of messages.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Shifted, Erased, Inserted, LowContrast, Flicker, Motion, Contact, Earlier];
}
