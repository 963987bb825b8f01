namespace SensorSim.Datasets;

/// <summary>A demonstration that an episode follows, where its sample has the objects.</summary>
/// <param name="Parent">Id of the demonstration.</param>
/// <param name="File">Its recording, among the assets of the provenance, where its digest is.</param>
/// <param name="Hand">The link that objects lead.</param>
/// <param name="Segments">Its pieces, in the order of time.</param>
public sealed record DemonstrationRecord(string Parent, string File, string Hand, IReadOnlyList<DemonstrationSegmentRecord> Segments);
