using System.Globalization;
using CsvHelper;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>empirical: { file, column }</c>: a column of numbers of a CSV file with a header, beside the file that names it.</summary>
internal static class EmpiricalSection
{
    private const long MaximumBytes = 64 << 20;

    public static MappingSchema Schema { get; } = new(
        new("file", new TextSchema("a CSV file with a header line"), "A CSV file with a header, relative to this file.", "lux.csv") { IsRequired = true },
        new("column", new TextSchema("the name of its column of numbers"), "Its column of numbers.", "lux") { IsRequired = true });

    public static EmpiricalDistribution? Read(SectionReader section)
    {
        ReadingLog log = section.Log;
        if (section.Text("file") is not { Length: > 0 } file || section.Text("column") is not { Length: > 0 } column)
        {
            return null;
        }

        string name = log.Relocate(file, section.Mapping.Position);
        if (!log.Measured.TryGetValue((name, column), out (EmpiricalDistribution? Values, string? Problem) measured))
        {
            measured = log.Measured[(name, column)] = Load(file, name, column, log);
        }

        if (measured.Problem is { } problem)
        {
            log.Add(section.Find("file")!, section.PathOf("file"), problem, "a CSV file with a header line");
        }

        return measured.Values;
    }

    private static (EmpiricalDistribution? Values, string? Problem) Load(string file, string name, string column, ReadingLog log)
    {
        try
        {
            List<double> values = Values(DataFile.Bytes(name, MaximumBytes, log), column);
            return values.Distinct().Skip(1).Any() ? (new(values), null) : (null, $"{file} has no two different values in its column '{column}'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvFormatException or FormatException or ArgumentException)
        {
            return (null, e is CsvFormatException ? $"{file} is no CSV file with a header: {FirstLine(e.Message)}" : $"{file}: {FirstLine(e.Message)}");
        }
    }

    private static List<double> Values(byte[] bytes, string column)
    {
        using CsvReader csv = CsvReader.Create(bytes, new CsvReaderOptions { TrimWhitespace = true, TrackLineNumbers = true });
        var values = new List<double>();
        while (csv.Read())
        {
            values.Add(Value(csv, column));
        }

        return values;
    }

    private static double Value(CsvReader csv, string column)
    {
        int index = csv.Headers.ToList().IndexOf(column);
        if (index < 0)
        {
            throw new FormatException($"there is no column '{column}' among {string.Join(", ", csv.Headers)}");
        }

        string text = csv.GetString(index);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new FormatException($"line {csv.LineNumber}: '{text}' in column '{column}' is no number");
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();
}
