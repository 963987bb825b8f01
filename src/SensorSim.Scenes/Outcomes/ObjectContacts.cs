using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Scenes.Outcomes;

/// <summary>Which objects of a scene touch each other.</summary>
/// <param name="scene">Of all cousins.</param>
internal sealed class ObjectContacts(Scene scene)
{
    /// <summary>What touches at all does so within this time, whatever solver lets contacts flicker; before the first step nobody knows of contacts.</summary>
    private const double ContactSeconds = 0.1;

    /// <summary>What lies on something is pushed upwards by it: the cosine of 45°.</summary>
    private const double Upwards = 0.7071;

    private readonly ILookup<string, string> _objectsOfBody = ByBody(scene);

    /// <summary>What the object of a condition touches of those that the condition asks for.</summary>
    /// <param name="condition">On, touches or apart from.</param>
    /// <param name="episode">What bodies did.</param>
    /// <param name="at">On the episode's clock, seconds.</param>
    public IEnumerable<string> Of(SuccessCondition condition, SimulatedEpisode episode, double at)
    {
        BodyTrack track = episode.Track;
        int span = (int)(ContactSeconds / track.StepSeconds), last = Math.Clamp((int)Math.Ceiling((at / track.StepSeconds) - 1e-9), Math.Min(span, track.Steps.Count - 1), track.Steps.Count - 1), first = Math.Max(0, last - span);
        for (int step = first; step <= last; step++)
        {
            foreach (BodyContact contact in track.Steps[step].Contacts)
            {
                (string a, string b) = (episode.Names[contact.BodyA], episode.Names[contact.BodyB]);
                bool isSecond = NamesOf(b).Contains(condition.Object, StringComparer.Ordinal);
                if (!isSecond && !NamesOf(a).Contains(condition.Object, StringComparer.Ordinal))
                {
                    continue;
                }

                (string other, double up) = isSecond ? (a, contact.Normal.Y) : (b, -contact.Normal.Y);
                if (condition.Kind == SuccessKind.On ? NamesOf(other).Contains(condition.Other, StringComparer.Ordinal) && up > Upwards : NamesOf(other).Any(name => GlobPattern.Matches(condition.Other!, name)))
                {
                    yield return NamesOf(other).First();
                }
            }
        }
    }

    // Contacts are of bodies, and a body may be several objects.
    private static ILookup<string, string> ByBody(Scene scene)
    {
        SceneNames names = SceneNames.Of(scene);
        var bodies = BodyCandidate.In(scene, names).ToDictionary(candidate => candidate.Node, candidate => candidate.Name);
        return names.Objects.ToLookup(thing => bodies.GetValueOrDefault(scene.Physics.BodyOf(scene, thing.Node) ?? thing.Node, thing.Name), thing => thing.Name, StringComparer.Ordinal);
    }

    private IEnumerable<string> NamesOf(string body) => _objectsOfBody[body].Append(body).Distinct(StringComparer.Ordinal);
}
