using SensorSim.Cli.Commands.Datasets;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Audit;
using SensorSim.Scenes.Coverage;

namespace SensorSim.UnitTests.Cli;

/// <summary>Draws whose names differ in their number alone are one row.</summary>
public sealed class FoldedDrawTests
{
    [TestCase("objects.box_12.yaw_deg", "objects.box_*.yaw_deg")]
    [TestCase("box_12", "box_*")]
    [TestCase("lights.lamp_2nd.intensity", "lights.lamp_2nd.intensity")]
    public void ThePattern_TakesTheNumberOfTheName(string name, string pattern) => Assert.That(NumberedNames.PatternOf(name), Is.EqualTo(pattern));

    [Test]
    public void RecordedDraws_OfOnePattern_AreOneRow()
    {
        RecordedDraw[] draws = [.. Enumerable.Range(1, 80).Select(i => new RecordedDraw($"objects.box_{i}.yaw_deg", 4, 3 + (i % 2), -1.5 + (0.01 * i), 0.01 * i)), new("parameters.shift", 4, 2, null, null)];
        var text = new StringWriter();
        RecordedDrawText.Write(text, draws);
        Assert.That(text.ToString().Split('\n').Where(line => line.Contains("yaw_deg", StringComparison.Ordinal)), Has.One.Items);
        Assert.That(text.ToString(), Does.Match(@"objects\.box_\*\.yaw_deg \(80\) +4 +3 to 4 +-1\.49 +0\.8").And.Contain("parameters.shift").And.Contain("one row"));
    }

    [Test]
    public void Three_AreListed()
    {
        var text = new StringWriter();
        RecordedDrawText.Write(text, [.. Enumerable.Range(1, 3).Select(i => new RecordedDraw($"lights.ceiling_{i}.intensity", 4, 4, 0, 1))]);
        Assert.That(text.ToString().Split('\n').Count(line => line.Contains("lights.ceiling_", StringComparison.Ordinal)), Is.EqualTo(3));
    }

    [Test]
    public void Coverage_OfOnePattern_IsOneRow_WithTheLeastAndTheMost()
    {
        DrawRow row = DrawRow.Of([.. Enumerable.Range(0, 4).Select(i => new DrawRow(["low", "high"], new($"objects.box_{i}.yaw_deg", [i, 2], 2, i == 0 ? 1 : 2) { WidestGap = null }))]);
        Assert.That(row.Cells, Is.EqualTo(new[] { "objects.box_*.yaw_deg (4)", "2", "50 % to 100 %", "low: 0 to 3, high: 2", "" }));
    }

    [Test]
    public void MissingTuples_HaveALineEach()
    {
        MissingTuple[] missing = [.. Enumerable.Range(0, 7).Select(i => new MissingTuple(new OrderedDictionary<string, string>(StringComparer.Ordinal) { ["a.b"] = $"bin {i}", ["c.d"] = "low" }, 0.1))];
        var tuples = new TupleCoverage { Strength = 2, Combinations = 1, CompleteCombinations = 0, FeasibleTuples = 9, CoveredTuples = 2, InfeasibleTuples = 0, MinimumShare = 0.2, MinimumAt = ["a.b", "c.d"], Missing = missing };
        var text = new StringWriter();
        CoverageText.Write(new Terminal(text, TextWriter.Null, false, false), [], new CoverageReport(2, new([]), [tuples], []));
        string[] lines = text.ToString().Split('\n');
        Assert.That(lines, Does.Contain("    a.b bin 0 with c.d low").And.Contain("    a.b bin 1 with c.d low").And.Contain("    … 5 more: --json"));
        Assert.That(lines.Count(line => line.Contains("with", StringComparison.Ordinal)), Is.EqualTo(2));
    }
}
