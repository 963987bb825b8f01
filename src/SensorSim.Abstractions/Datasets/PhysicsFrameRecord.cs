namespace SensorSim.Datasets;

/// <summary>What the physics engine knows at the instant of the labels.</summary>
/// <param name="Bodies">What moves by forces; where it is, its object's record says.</param>
/// <param name="Contacts">What touched in the step that leads to the instant.</param>
/// <param name="ContactEvents">What began and ended to touch since the step before, in the order of time.</param>
public sealed record PhysicsFrameRecord(IReadOnlyList<BodyRecord> Bodies, IReadOnlyList<ContactRecord> Contacts, IReadOnlyList<ContactEventRecord> ContactEvents);
