namespace SensorSim.Hosting.Divergence;

/// <summary>An episode beside the reference.</summary>
/// <param name="Variant">What is changed.</param>
/// <param name="Library">That computed it.</param>
/// <param name="Broken">The law of mechanics that it broke; null of one that may be believed.</param>
/// <param name="Bodies">Those of the reference.</param>
/// <param name="Contacts">First touches, in the order of the reference's.</param>
/// <param name="Curve">Instants with the largest and the mean distance over all bodies, metres.</param>
public sealed record VariantOutcome(
    EpisodeVariant Variant, string Library, string? Broken, IReadOnlyList<BodyDivergence> Bodies, IReadOnlyList<ContactDivergence> Contacts, IReadOnlyList<(double Seconds, double Largest, double Mean)> Curve)
{
    /// <summary>When the first body parts from the reference; null when none does.</summary>
    public double? PartsAtSeconds => FirstToPart?.PartsAtSeconds;

    /// <summary>The body that parts first.</summary>
    public BodyDivergence? FirstToPart => Bodies.Where(body => body.PartsAtSeconds is not null).MinBy(body => body.PartsAtSeconds);

    public double LargestMetres => Bodies.Select(body => body.LargestMetres).DefaultIfEmpty().Max();

    public double FinalMetres => Bodies.Select(body => body.FinalMetres).DefaultIfEmpty().Max();

    public double FinalMeanMetres => Bodies.Select(body => body.FinalMetres).DefaultIfEmpty().Average();

    public double FinalDegrees => Bodies.Select(body => body.FinalDegrees).DefaultIfEmpty().Max();

    /// <summary>The largest shift of a first touch that both have; 0 without one.</summary>
    public double LargestContactShiftSeconds => Contacts.Select(contact => Math.Abs(contact.LaterSeconds ?? 0)).DefaultIfEmpty().Max();

    /// <summary>First touches of one of both only.</summary>
    public int ContactsOfOne => Contacts.Count(contact => contact.LaterSeconds is null);

    /// <summary>How many bodies end as in the reference.</summary>
    public int Agreeing(DivergenceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Bodies.Count(body => body.FinalMetres <= settings.AgreedMetres && body.FinalDegrees <= settings.AgreedDegrees);
    }
}
