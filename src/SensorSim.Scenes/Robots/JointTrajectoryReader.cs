using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace SensorSim.Scenes.Robots;

/// <summary>Reads recorded trajectories: CSV with a header, or JSON Lines with one object for each sample.</summary>
public static class JointTrajectoryReader
{
    /// <summary>Of a quaternion that somebody wrote with two digits.</summary>
    private const double LargestSlack = 0.02;

    private const string Expected = "a table with the column time_s and one for each joint";

    /// <param name="bytes">Of the file.</param>
    /// <param name="name">Of the file; .jsonl is JSON Lines, everything else CSV.</param>
    /// <exception cref="FormatException">It is no trajectory: the message has the line.</exception>
    public static JointTrajectory Read(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        bool isLines = Path.GetExtension(name).Equals(".jsonl", StringComparison.OrdinalIgnoreCase);
        (List<string> columns, List<(int Line, double[] Row)> rows) = isLines ? Lines(bytes) : Table(bytes);
        int time = columns.IndexOf(JointTrajectory.Time);
        if (time < 0) throw new FormatException($"line 1: there is no {JointTrajectory.Time} among {string.Join(", ", columns)}; {Expected} is expected");
        if (columns.Count < 2) throw new FormatException($"line 1: there is nothing beside {JointTrajectory.Time}; {Expected} is expected");
        if (rows.Count == 0) throw new FormatException($"it has no samples; {Expected} is expected");
        if (columns.GroupBy(column => column, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new FormatException($"line 1: the column {twice.Key} is there {twice.Count()} times");
        CheckTurns(columns, rows);
        for (int i = 1; i < rows.Count; i++)
        {
            if (!(rows[i].Row[time] > rows[i - 1].Row[time])) throw new FormatException(FormattableString.Invariant($"line {rows[i].Line}: time_s {rows[i].Row[time]} comes behind {rows[i - 1].Row[time]}; times that increase are expected"));
        }

        return new([.. columns.Where((_, i) => i != time)], [.. rows.Select(row => row.Row[time])], [.. rows.Select(row => (IReadOnlyList<double>)[.. row.Row.Where((_, i) => i != time)])], [.. rows.Select(row => row.Line)]);
    }

    private static void CheckTurns(List<string> columns, List<(int Line, double[] Row)> rows)
    {
        foreach (string name in columns.Where(column => column.EndsWith(".qw", StringComparison.Ordinal)).Select(column => column[..^3]))
        {
            int[] places = [.. ((string[])["qx", "qy", "qz", "qw"]).Select(part => columns.IndexOf($"{name}.{part}"))];
            foreach ((int line, double[] row) in rows.Where(_ => !places.Contains(-1)))
            {
                double length = Math.Sqrt(places.Sum(place => row[place] * row[place]));
                if (Math.Abs(length - 1) > LargestSlack) throw new FormatException(FormattableString.Invariant($"line {line}: the turn of {name} is a quaternion of length {length:0.###}; one of length 1 is expected, x, y, z, w"));
            }
        }
    }

    private static (List<string> Columns, List<(int Line, double[] Row)> Rows) Table(byte[] bytes)
    {
        try
        {
            using CsvReader csv = CsvReader.Create(bytes, new CsvReaderOptions { TrimWhitespace = true, TrackLineNumbers = true });
            var rows = new List<(int, double[])>();
            while (csv.Read())
            {
                rows.Add(((int)csv.LineNumber, [.. Enumerable.Range(0, csv.Headers.Count).Select(i => Number(csv.GetString(i), csv.Headers[i], (int)csv.LineNumber))]));
            }

            return ([.. csv.Headers], rows);
        }
        catch (Exception e) when (e is CsvFormatException or ArgumentException)
        {
            throw new FormatException($"it is no CSV file with a header: {e.Message.Split('\n')[0].TrimEnd()}", e);
        }
    }

    private static double Number(string text, string column, int line) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new FormatException($"line {line}: '{text}' in column '{column}' is no number");

    private static (List<string> Columns, List<(int Line, double[] Row)> Rows) Lines(byte[] bytes)
    {
        var columns = new List<string>();
        var rows = new List<(int, double[])>();
        string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].AsSpan().Trim().Length == 0) continue;
            Dictionary<string, double> sample = Sample(lines[i], i + 1);
            if (columns.Count == 0) columns.AddRange(sample.Keys);
            if (sample.Count != columns.Count || !columns.TrueForAll(sample.ContainsKey)) throw new FormatException($"line {i + 1}: it has {string.Join(", ", sample.Keys)}; the same keys as in the first line are expected: {string.Join(", ", columns)}");
            rows.Add((i + 1, [.. columns.Select(column => sample[column])]));
        }

        return (columns, rows);
    }

    private static Dictionary<string, double> Sample(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.EnumerateObject().ToDictionary(
                field => field.Name,
                field => field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetDouble(out double value) && double.IsFinite(value) ? value : throw new FormatException($"line {number}: '{field.Name}' is no number"),
                StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"line {number}: it is no JSON object with a number for each joint", e);
        }
    }
}
