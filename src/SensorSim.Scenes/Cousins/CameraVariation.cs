using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios.Cameras;

namespace SensorSim.Scenes.Cousins;

/// <summary>Cameras as samples draw them.</summary>
public static class CameraVariation
{
    /// <summary>The camera with what was drawn for it; itself when nothing was.</summary>
    /// <param name="camera">As the scenario has it.</param>
    /// <param name="draws">Of a sample, by name.</param>
    /// <exception cref="ArgumentException">A draw names no attribute of cameras, or has a value that the attribute does not take.</exception>
    public static CameraSettings Of(CameraSettings camera, IReadOnlyDictionary<string, JsonNode?> draws)
    {
        ArgumentNullException.ThrowIfNull(camera);
        ArgumentNullException.ThrowIfNull(draws);
        foreach ((string name, JsonNode? value) in draws)
        {
            if (value is JsonValue drawn && AttributeOf(camera, name) is { } attribute)
            {
                camera = CameraAttributes.Apply(camera, attribute, drawn);
            }
        }

        return camera;
    }

    /// <summary>Whether samples draw anything of a camera.</summary>
    public static bool Varies(CameraSettings camera, SampleSpace space)
    {
        ArgumentNullException.ThrowIfNull(camera);
        ArgumentNullException.ThrowIfNull(space);
        return space.Draws.Any(draw => AttributeOf(camera, draw.Name) is not null);
    }

    /// <summary>The draws of a camera's stages: stage, parameter, and what they are drawn from.</summary>
    public static IEnumerable<(string Stage, string Parameter, BoundDraw Draw)> StageDrawsOf(CameraSettings camera, SampleSpace space)
    {
        ArgumentNullException.ThrowIfNull(camera);
        ArgumentNullException.ThrowIfNull(space);
        foreach (BoundDraw draw in space.Draws)
        {
            if (AttributeOf(camera, draw.Name) is { } attribute && CameraAttributes.StageOf(attribute) is var (stage, parameter))
            {
                yield return (stage, parameter, draw);
            }
        }
    }

    private static string? AttributeOf(CameraSettings camera, string draw) =>
        CousinKey.Parse(draw) is { Family: CousinFamily.Cameras } key && key.Name == camera.Name ? key.Attribute : null;
}
