using System.CommandLine;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary><c>verify</c>: is a dataset still what was rendered?</summary>
internal sealed class VerifyCommand : CliCommand
{
    private readonly Argument<string> _dataset = new("DATASET") { Description = "folder of the dataset" };
    private readonly Option<string[]> _keys = KeyOption.Trusted();
    private readonly Option<bool> _json = SharedOptions.Json();

    public VerifyCommand(Terminal terminal)
        : base(
            terminal, "verify", "recompute every digest, check the signature and the labels' invariants; names each bad file (exit 1 when there are any)",
            new Example("sensorsim verify out/quickstart", "is it intact?"),
            new Example("sensorsim verify out/quickstart --key team.pub.pem", "intact, and signed by this key?"))
    {
        Add(_dataset);
        Add(_keys);
        Add(_json);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly(cancellation =>
    {
        string folder = arguments.GetRequiredValue(_dataset);
        PublicKey[] trusted = [.. arguments.GetValue(_keys)!.Select(path => KeyOption.Read(path, PublicKey.FromFile))];
        VerificationReport report = Verify(folder, trusted, FramesOf(folder), cancellation);
        bool isGood = report.IsIntact && (trusted.Length == 0 || report.Signature == SignatureStatus.Trusted);
        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, ToJson(report, isGood));
        else
            Write(report, isGood);
        return isGood ? ExitCode.Done : ExitCode.Failed;
    });

    /// <summary>How many frames there are to check; 0 where dataset.json is damaged, which is for the verifier to say.</summary>
    private static long FramesOf(string folder)
    {
        try
        {
            return DatasetReader.Open(folder).Description.Counts.Frames;
        }
        catch (DatasetException damaged) when (damaged.InnerException is FormatException)
        {
            return 0;
        }
    }

    private VerificationReport Verify(string folder, PublicKey[] trusted, long total, CancellationToken cancellation)
    {
        using var display = ProgressDisplay.Start(Terminal, "frames", total);
        return DatasetVerifier.Verify(folder, trusted, new DisplayProgress(display), cancellation);
    }

    private void Write(VerificationReport report, bool isGood)
    {
        foreach (Finding finding in report.Findings) Terminal.Out.WriteLine(finding);
        string verdict = isGood ? "intact" : report.IsIntact ? "intact, but NOT signed by a trusted key"
            : $"NOT intact: {Quantity.Of(report.Findings.Count, "finding")}";
        string seen = report.Frames == 0 && !report.IsIntact ? "no frame could be checked" : $"{Quantity.Of(report.Frames, "frame")}, {Quantity.Of(report.Files, "file")}";
        Terminal.Out.WriteLine($"{verdict}; {seen}; {SignatureOf(report)}");
    }

    private static string SignatureOf(VerificationReport report) => report.Signature switch
    {
        SignatureStatus.Unsigned => "unsigned",
        SignatureStatus.Trusted => $"signed by {report.KeyId}",
        SignatureStatus.UnknownSigner => $"signed by an unknown key {report.KeyId}",
        _ => "the signature does not fit",
    };

    private static JsonObject ToJson(VerificationReport report, bool isGood) => new()
    {
        ["ok"] = isGood,
        ["intact"] = report.IsIntact,
        ["frames"] = report.Frames,
        ["files"] = report.Files,
        ["signature"] = report.Signature switch
        {
            SignatureStatus.Unsigned => "unsigned",
            SignatureStatus.Trusted => "trusted",
            SignatureStatus.UnknownSigner => "unknown_signer",
            _ => "invalid",
        },
        ["key_id"] = report.KeyId,
        ["findings"] = JsonOutput.Array(report.Findings, finding => new JsonObject
        {
            ["path"] = finding.Path,
            ["line"] = finding.Line,
            ["message"] = finding.Message,
        }),
    };
}
