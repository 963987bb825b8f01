using System.CommandLine;
using SensorSim.Scenes.Model;

namespace SensorSim.Cli.Commands.Options;

/// <summary>What lights a scene that comes without a scenario.</summary>
internal sealed class LightOptions
{
    private readonly Option<string?> _hdr = new("--hdr") { Description = "with --scene: a Radiance .hdr file that lights it (default: the built-in studio)", HelpName = "FILE" };
    private readonly Option<double?> _intensity = NumberOption.Real("--environment-intensity", "with --scene: multiplies the environment's radiance (default 1)", "X");
    private readonly Option<double?> _rotation = NumberOption.Real("--environment-rotation", "with --scene: turns the environment about +Y (default 0)", "DEG");
    private readonly Option<double?> _occlusion = NumberOption.Real("--ambient-occlusion", "with --scene: what stands nearer than this keeps the environment's light away (default: nothing does)", "M");
    private readonly Option<bool> _emissive = new("--emissive-lights") { Description = "with --scene: what glows lights its surroundings" };

    public IEnumerable<Option> All => [_hdr, _intensity, _rotation, _occlusion, _emissive];

    public EnvironmentLight Environment(ParseResult arguments) =>
        new(arguments.GetValue(_hdr) ?? EnvironmentLight.Studio, arguments.GetValue(_intensity) ?? 1, arguments.GetValue(_rotation) ?? 0)
        {
            AmbientOcclusion = arguments.GetValue(_occlusion) is { } radius ? new(radius) : null,
        };

    public bool EmissiveLights(ParseResult arguments) => arguments.GetValue(_emissive);
}
