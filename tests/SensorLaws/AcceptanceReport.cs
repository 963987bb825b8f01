using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SensorSim.Tests.Sensors;

/// <summary>
/// The acceptance matrix as a table: each law with what was measured, on the CPU reference and on the GPU, beside its tolerance. The two test assemblies each
/// leave their measurements in a file; the table is made of both.
/// </summary>
internal static class AcceptanceReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes artifacts/acceptance-matrix.md and .json and returns the table.</summary>
    public static string Write(IReadOnlyList<AcceptanceMeasurement> measurements)
    {
        string artifacts = Path.Combine(Root(), "artifacts"), parts = Directory.CreateDirectory(Path.Combine(artifacts, "acceptance")).FullName;
        Replace(Path.Combine(parts, $"{Acceptance.Place.Replace(' ', '-')}.json"), JsonSerializer.Serialize(measurements, Indented));
        AcceptanceMeasurement[] all =
        [
            .. Directory.GetFiles(parts, "*.json").Order(StringComparer.Ordinal).SelectMany(file => JsonSerializer.Deserialize<AcceptanceMeasurement[]>(File.ReadAllText(file))!),
        ];
        string table = Table(all);
        Replace(Path.Combine(artifacts, "acceptance-matrix.md"), table);
        Replace(Path.Combine(artifacts, "acceptance-matrix.json"), JsonSerializer.Serialize(new { laws = AcceptanceLaw.All, measurements = all }, Indented));
        return table;
    }

    private static string Table(AcceptanceMeasurement[] all)
    {
        var text = new StringBuilder("# Acceptance matrix\n\n");
        text.Append("Of several measurements of one kind the one that uses up most of its tolerance; all of them are in acceptance-matrix.json.\n\n");
        text.Append("| id | where | measured | | expected | samples wanted | samples seen | of | holds |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (AcceptanceLaw law in AcceptanceLaw.All)
        {
            foreach (string place in law.Places)
            {
                AcceptanceMeasurement[] own = [.. all.Where(one => one.Id == law.Id && one.Place == place)];
                text.Append(own.Length == 0
                    ? $"| {law.Id} | {place} | {law.Assertion} | not run | {law.Tolerance} | {law.Samples} | | | |\n"
                    : string.Concat(own.GroupBy(one => one.What, StringComparer.Ordinal).Select(group => Row(law, [.. group]))));
            }
        }

        return text.ToString();
    }

    private static string Row(AcceptanceLaw law, AcceptanceMeasurement[] kind)
    {
        AcceptanceMeasurement worst = kind.MaxBy(one => one.Holds ? one.Strain : double.PositiveInfinity)!;
        string expected = worst.Tolerance is { } tolerance
            ? string.Create(CultureInfo.InvariantCulture, $"{worst.Expected:G6} ± {tolerance:G3}")
            : string.Create(CultureInfo.InvariantCulture, $"{worst.Relation} {worst.Expected:G6}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {law.Id} | {worst.Place} | {worst.What} | {worst.Measured:G6} | {expected} | {law.Samples} | {worst.Samples} | {kind.Length} | {(kind.All(one => one.Holds) ? "yes" : "**NO**")} |\n");
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SensorSim.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? AppContext.BaseDirectory;
    }

    // The two assemblies may end at the same moment.
    private static void Replace(string path, string content)
    {
        string temporary = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(temporary, content);
        File.Move(temporary, path, overwrite: true);
    }
}
