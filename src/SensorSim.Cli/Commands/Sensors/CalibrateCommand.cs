using System.CommandLine;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Characterization;

namespace SensorSim.Cli.Commands.Sensors;

/// <summary><c>calibrate</c>: a profile from real flat fields and dark frames.</summary>
internal sealed class CalibrateCommand : CliCommand
{
    private readonly Argument<string> _folder = new("frames") { Description = "folder of 16-bit grey PNG or TIFF: flat fields and dark frames, with index.json or named flat_LEVEL_REPEAT.png and dark_LEVEL_REPEAT.png", HelpName = "FOLDER" };
    private readonly Option<string?> _profile = new("--profile") { Description = "write the profile there, a .json file", HelpName = "FILE" };
    private readonly Option<bool> _json = SharedOptions.Json();

    public CalibrateCommand(Terminal terminal)
        : base(
            terminal, "calibrate", "fit a sensor profile to a real camera's flat fields and dark frames",
            new Example("sensorsim calibrate frames/ --profile mycamera.json", "then: --sensor profile:mycamera.json"),
            new Example("sensorsim calibrate frames/ --json", "frames that characterize --save-frames kept are understood, too"))
    {
        Add(_folder);
        Add(_profile);
        Add(_json);
    }

    protected override int Execute(ParseResult arguments)
    {
        string? path = arguments.GetValue(_profile);
        OutputFile? file = OutputFile.Of("--profile", path, ".json");
        IReadOnlyList<CameraFrame> frames = CameraFrames.In(arguments.GetValue(_folder)!);
        Calibration found = Calibration.Of(frames);
        if (found.LeftOut.Count > 0) Terminal.Say($"left out: {found.LeftOut.Count} frames that are alone at their level, such as {found.LeftOut[0].Path}");
        file?.Write(CalibratedProfile.Write(Path.GetFileNameWithoutExtension(path)!, found, CameraFrames.Bits(frames)));
        if (arguments.GetValue(_json)) JsonOutput.Write(Terminal.Out, Json(found));
        else Write(found);
        return ExitCode.Done;
    }

    private static JsonObject Json(Calibration found)
    {
        var json = new JsonObject(CameraFigure.All.Zip(found.Estimates, (figure, estimate) => KeyValuePair.Create(figure.Key, estimate is { } e
            ? (JsonNode?)new JsonObject { ["value"] = e.Value, ["low"] = e.Low, ["high"] = e.High }
            : null)));
        json["black_level_dn"]!["includes_dark_signal"] = !found.DarkSignal.IsTakenOut;
        return json;
    }

    private void Write(Calibration found)
    {
        var table = new TextTable("figure", "unit", "value", "95 % from", "to");
        foreach ((CameraFigure figure, FigureEstimate? estimate) in CameraFigure.All.Zip(found.Estimates))
        {
            if (estimate is { } e) table.Add(figure.Words, figure.Unit, e.Text(e.Value), e.Text(e.Low), e.Text(e.High));
            else table.Add(figure.Words, figure.Unit, "no level is saturated", "", "");
        }

        table.WriteTo(Terminal.Out);
        Terminal.Out.WriteLine($"Black level: {found.DarkSignal.Words}.{(found.DarkSignal.IsTakenOut ? "" : " Dark frames of several exposures, each with its exposure_s in index.json, take it out.")}");
    }
}
