using SensorSim.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>The end of one step of a simulation.</summary>
/// <param name="Bodies">Of what moves by forces, in the order of <see cref="CousinWorld.Dynamic"/>.</param>
/// <param name="Contacts">What touched during the step, by pair, in the order of bodies.</param>
public sealed record TrackStep(IReadOnlyList<BodyState> Bodies, IReadOnlyList<BodyContact> Contacts);
