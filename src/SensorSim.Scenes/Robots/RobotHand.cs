using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Scenes.Robots;

/// <summary>A hand of a robot.</summary>
/// <param name="Name">Of its link.</param>
/// <param name="Node">Of its link.</param>
/// <param name="Fingers">Names of its joints.</param>
public sealed record RobotHand(string Name, int Node, IReadOnlyList<string> Fingers)
{
    /// <summary>The hands that a scenario names.</summary>
    /// <param name="scene">With joints.</param>
    /// <param name="settings">Without errors.</param>
    internal static IReadOnlyList<RobotHand> Of(Scene scene, JointSettings? settings) => [.. settings?.Hands.Select(hand => new RobotHand(hand.Link, RobotLinks.NodeOf(scene, hand.Link)!.Value, FingersOf(scene, hand))) ?? []];

    /// <summary>What of them the scene has not.</summary>
    internal static IEnumerable<ScenarioError> Check(JointSettings settings, Scene scene)
    {
        string[] links = [.. RobotLinks.NamesIn(scene)];
        foreach ((int i, HandSettings hand) in settings.Hands.Index())
        {
            if (RobotLinks.NodeOf(scene, hand.Link) is null)
            {
                yield return UnmatchedName.Error(hand.Position, FormattableString.Invariant($"joints.hands[{i}].link"), "link of a robot", hand.Link, links, example: right => $"link: {right}");
            }
            else if (hand.Fingers is { } fingers && FingersOf(scene, hand).Length == 0)
            {
                yield return UnmatchedName.Error(hand.Position, FormattableString.Invariant($"joints.hands[{i}].fingers"), "revolute or prismatic joint of the scene", fingers, [.. scene.Articulation.Joints.Where(joint => joint.IsScalar).Select(joint => joint.Name)], example: right => $"fingers: \"{right}\"");
            }
        }
    }

    private static string[] FingersOf(Scene scene, HandSettings hand) => hand.Fingers is { } fingers
        ? [.. scene.Articulation.Joints.Where(joint => joint.IsScalar && GlobPattern.Matches(fingers, joint.Name)).Select(joint => joint.Name)]
        : [];
}
