using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Writing;

/// <summary>Writes animations of nodes.</summary>
internal static class AnimationWriter
{
    /// <exception cref="ArgumentException">A node that is placed by a matrix moves: glTF allows that only with translation, rotation and scale.</exception>
    public static JsonNode Write(Animation animation, Scene scene, GlbBuffer buffer)
    {
        var samplers = new JsonArray();
        var channels = new JsonArray();
        foreach (AnimationChannel channel in animation.Channels)
        {
            if (!NodeWriter.IsMovable(scene.Nodes[channel.Node]))
            {
                throw new ArgumentException($"Node \"{scene.Nodes[channel.Node].Name}\" moves and is placed by a matrix; give it a parent that moves.", nameof(animation));
            }

            channels.Add(new JsonObject
            {
                ["sampler"] = samplers.Count,
                ["target"] = new JsonObject { ["node"] = channel.Node, ["path"] = Path(channel.Property) },
            });
            samplers.Add(Sampler(channel, buffer));
        }

        var json = new JsonObject { ["samplers"] = samplers, ["channels"] = channels };
        if (animation.Name is not null)
        {
            json["name"] = animation.Name;
        }

        return json;
    }

    private static JsonObject Sampler(AnimationChannel channel, GlbBuffer buffer) => new()
    {
        ["input"] = buffer.AddKeys(channel.Track.TimesSeconds, 1, bounds: true),
        ["output"] = buffer.AddKeys(channel.Track.Values, channel.Property == AnimatedProperty.Weights ? 1 : channel.Track.Components, bounds: false),
        ["interpolation"] = channel.Track.Interpolation switch
        {
            Interpolation.Step => "STEP",
            Interpolation.Linear => "LINEAR",
            _ => "CUBICSPLINE",
        },
    };

    private static string Path(AnimatedProperty property) => property switch
    {
        AnimatedProperty.Translation => "translation",
        AnimatedProperty.Rotation => "rotation",
        AnimatedProperty.Scale => "scale",
        _ => "weights",
    };
}
