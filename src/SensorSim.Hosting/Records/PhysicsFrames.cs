using SensorSim.Datasets;
using SensorSim.Geometry;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Model;

namespace SensorSim.Hosting.Records;

/// <summary>What the records of a frame say of bodies.</summary>
internal static class PhysicsFrames
{
    /// <summary>Null where nothing moves by forces.</summary>
    /// <param name="cousin">The sample.</param>
    /// <param name="previousSeconds">The labels' instant of the step before; null at the first.</param>
    /// <param name="seconds">The instant of the labels.</param>
    public static PhysicsFrameRecord? Of(SceneInstance cousin, double? previousSeconds, double seconds)
    {
        if (EpisodeOf(cousin) is not { } episode)
        {
            return null;
        }

        return new(
            [.. episode.Bodies.Select((body, i) => BodyOf(body, episode.Track.VelocityAt(i, seconds)))],
            [.. episode.Track.ContactsAt(seconds).Select(contact => new ContactRecord(episode.Names[contact.BodyA], episode.Names[contact.BodyB], Numbers(contact.Point), Numbers(contact.Normal), Numbers(contact.Impulse), contact.DepthMetres))],
            [.. episode.ContactEvents.Where(one => (previousSeconds is null || one.Seconds > previousSeconds) && one.Seconds <= seconds)
                .Select(one => new ContactEventRecord(one.Seconds, episode.Names[one.BodyA], episode.Names[one.BodyB], one.IsBeginning ? ContactEventRecord.Begin : ContactEventRecord.End))]);
    }

    /// <summary>What a simulation made of a cousin; null where there was none.</summary>
    public static SimulatedEpisode? EpisodeOf(SceneInstance cousin) => (cousin.Motion as SimulatedMotion)?.Episode;

    private static BodyRecord BodyOf(BodyNode body, (Vector3d Linear, Vector3d Angular) velocity) => new(body.Name, Numbers(velocity.Linear), Numbers(velocity.Angular));

    private static double[] Numbers(Vector3d v) => [v.X, v.Y, v.Z];
}
