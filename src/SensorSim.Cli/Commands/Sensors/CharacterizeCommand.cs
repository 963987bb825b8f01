using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Machine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Hosting;
using SensorSim.Hosting.Characterization;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Scenarios;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands.Sensors;

/// <summary><c>characterize</c>: a sensor chain through the procedure of EMVA 1288.</summary>
internal sealed class CharacterizeCommand : CliCommand
{
    private const int Side = 512;

    private readonly Option<double?> _pluginTimeout = WatchedPlugins.TimeoutOption();
    private readonly Option<string?> _profile = new("--profile") { Description = "a camera's profile: its name, or a .json file", HelpName = "PROFILE" };
    private readonly Option<string[]> _sensor = new("--sensor") { Description = "a stage of the chain, ID or ID:key=value,…; repeatable, instead of a profile", HelpName = "STAGE" };
    private readonly Option<string?> _report = new("--report") { Description = "write the report there, a .html file", HelpName = "FILE" };
    private readonly Option<string?> _saveFrames = new("--save-frames") { Description = "keep the frames there, 16-bit grey PNG with index.json", HelpName = "DIR" };
    private readonly Option<string?> _device = SharedOptions.Device();
    private readonly Option<bool> _json = SharedOptions.Json();

    public CharacterizeCommand(Terminal terminal)
        : base(
            terminal, "characterize", "measure a sensor chain as a real camera is measured (EMVA 1288), beside what it was configured as",
            new Example("sensorsim characterize --profile imx477", "gain, read noise, full well, PRNU, DSNU, black level"),
            new Example("sensorsim characterize --sensor camera.noise:read_noise_electrons=5 --report camera.html", "a chain of your own, with a plot"))
    {
        foreach (Option option in (Option[])[_profile, _sensor, _report, _saveFrames, _pluginTimeout, _device, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments)
    {
        string? profile = arguments.GetValue(_profile);
        OutputFile? file = OutputFile.Of("--report", arguments.GetValue(_report), ".html");
        using var plugins = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), arguments.GetValue(_json));
        PluginCatalog catalog = plugins.Load();
        SensorChain chain = Chain(profile, arguments.GetValue(_sensor) ?? [], catalog);
        using var instance = new VulkanInstance();
        PhysicalDevice chosen = DeviceChoice.Select(instance.PhysicalDevices, arguments.GetValue(_device));
        Terminal.Say(DeviceListing.Announcement(chosen));
        using var device = ProgramFolders.OpenDevice(instance, chosen);
        using FrameFolder? frames = arguments.GetValue(_saveFrames) is { } folder ? new(folder) : null;
        using var sensor = new SensorUnderTest(device, ProgramFolders.OpenShaders(), chain, Side);
        CharacterizedCamera found = new Emva1288(sensor, frames is null ? null : frames.Keep).Run();
        var report = new CharacterizationReport(profile, ConfiguredFigures.Of(chain), found, EdgeResponse.Of(sensor), FlickerBands.Series(sensor, catalog.Plugins), LinearModel.StagesThatBend(chain, Emva1288.UsualExposure));
        frames?.Commit();
        file?.Write(report.ToHtml());
        if (arguments.GetValue(_json)) JsonOutput.Write(Terminal.Out, report.ToJson());
        else Write(report);
        return ExitCode.Done;
    }

    private static SensorChain Chain(string? profile, string[] stages, PluginCatalog catalog)
    {
        if (profile is null == (stages.Length == 0)) throw new UsageException("characterize takes either --profile PROFILE or one --sensor STAGE and more");
        PluginUse[] uses = profile is null
            ? [.. stages.Select(SensorOption.Parse)]
            : [new(PluginUse.WholeProfile, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { [PluginUse.WholeProfile] = profile })];
        try
        {
            return SensorChain.Build(catalog.Plugins, StageRequests.Of(uses, catalog), SensorOutput.Raw, catalog.WhyNoStage);
        }
        catch (SensorChainException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private void Write(CharacterizationReport report)
    {
        var table = new TextTable("figure", "unit", "configured", "fitted");
        foreach ((string words, string unit, double? configured, double? fitted) in report.Rows) table.Add(words, unit, Number(configured), Number(fitted));
        table.Add("MTF50", "cycles/px", Number(report.Edge.Expected?.HalfContrast()), Number(report.Edge.Colors[report.Edge.Main].HalfContrast()));
        foreach (FlickerBands bands in report.Flicker)
        {
            table.Add($"flicker: {bands.Lamp}, {Number(bands.ExposureSeconds)} s", "Hz", Number(bands.ConfiguredHertz), Number(bands.FittedHertz));
            table.Add("  depth of its bands", "", Number(bands.ConfiguredDepth), Number(bands.FittedDepth));
        }

        table.WriteTo(Terminal.Out);
        if (report.Limits is { } limits) Terminal.Out.WriteLine(limits);
    }

    private static string Number(double? value) => value?.ToString("G5", CultureInfo.InvariantCulture) ?? "";
}
