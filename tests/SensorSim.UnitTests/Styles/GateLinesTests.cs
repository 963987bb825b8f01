using System.Globalization;
using SensorSim.Hosting.Styles;
using SensorSim.Plugins;

namespace SensorSim.UnitTests.Styles;

/// <summary>The lines of the label gate, as docs/style.md lists them.</summary>
public sealed class GateLinesTests
{
    private static IEnumerable<string> Rows => LabelGate.Schema.Parameters.Select(Row);

    [TestCaseSource(nameof(Rows))]
    public void ThePageHasEveryLine(string row) => Assert.That(File.ReadAllText(Path.Combine(Repository.Root, "docs", "style.md")), Does.Contain(row));

    private static string Row(ParameterDescription line) =>
        string.Create(CultureInfo.InvariantCulture, $"| `{line.Name}` | {line.Default} | {line.Min} to {line.Max}{(line.Unit is { Length: > 0 } unit ? $" {unit}" : "")} | {line.Description} |");
}
