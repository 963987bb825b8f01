using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Audit;

/// <summary>The values of one draw as samples recorded them.</summary>
/// <param name="Name">"lights.ceiling_2.intensity".</param>
/// <param name="Samples">Samples that have it.</param>
/// <param name="Distinct">Different values.</param>
/// <param name="Minimum">Smallest; null where a value is no number.</param>
/// <param name="Maximum">Largest; null where a value is no number.</param>
public sealed record RecordedDraw(string Name, long Samples, long Distinct, double? Minimum, double? Maximum)
{
    /// <summary>Every draw of some samples, by name.</summary>
    public static IReadOnlyList<RecordedDraw> Of(IEnumerable<SampleDraws> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return [.. samples.SelectMany(sample => sample.Values).GroupBy(draw => draw.Key, draw => draw.Value, StringComparer.Ordinal).OrderBy(draws => draws.Key, StringComparer.Ordinal).Select(Describe)];
    }

    private static RecordedDraw Describe(IGrouping<string, JsonNode?> draws)
    {
        JsonNode?[] values = [.. draws];
        double[] numbers = [.. values.Where(value => value?.GetValueKind() == JsonValueKind.Number).Select(value => value!.GetValue<double>())];
        bool isNumeric = numbers.Length == values.Length;
        return new(
            draws.Key, values.Length, values.Select(value => value?.ToJsonString()).Distinct(StringComparer.Ordinal).Count(),
            isNumeric ? numbers.Min() : null, isNumeric ? numbers.Max() : null);
    }
}
