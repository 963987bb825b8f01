using System.Text.Json.Nodes;
using SensorSim.Cli.Console;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary>What a rendering from a record is, beside what the record says.</summary>
/// <param name="Frame">Its name.</param>
/// <param name="Files">The images that were compared.</param>
/// <param name="RecordProblem">How the record differs from the one that was written; null when it does not.</param>
internal sealed record ReplayReport(string Frame, IReadOnlyList<ReplayedFile> Files, string? RecordProblem)
{
    /// <summary>The same pixels, from a record that nobody has edited.</summary>
    public bool IsSame => RecordProblem is null && HasSamePixels;

    private bool HasSamePixels => Files.All(file => file.IsSame);

    public JsonObject Json() => new()
    {
        ["frame"] = Frame,
        ["same"] = HasSamePixels,
        ["record_intact"] = RecordProblem is null,
        ["record_problem"] = RecordProblem,
        ["files"] = JsonOutput.Array(Files, file => new JsonObject
        {
            ["output"] = file.Output,
            ["recorded"] = file.Recorded,
            ["replayed"] = file.Replayed,
            ["same"] = file.IsSame,
        }),
    };

    public void WriteTo(TextWriter text)
    {
        var table = new TextTable("output", "recorded pixels", "");
        foreach (ReplayedFile file in Files)
            table.Add(file.Output, file.Recorded, file.IsSame ? "same" : $"DIFFERENT: {file.Replayed ?? "not rendered"}");
        table.WriteTo(text);
        if (RecordProblem is not null) text.WriteLine("The pixels were compared with an EDITED record.");
    }
}
