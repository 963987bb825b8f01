using System.Globalization;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Materials in uniform light: the base returns all of it, and no layer more than it receives.</summary>
public sealed class FurnaceTests : RenderingFixture
{
    private const int BaseMaterials = 3;

    [Test]
    public void Environment_IsReturned_AndNeverExceeded([Values(1, 4)] int msaa)
    {
        (float Least, float Mean, float Greatest)[][] cells = Furnace.InEnvironment(msaa);
        for (int row = 0; row < cells.Length; row++)
        {
            for (int column = 0; column < cells[row].Length; column++)
            {
                string cell = $"{Furnace.Materials[row].Name}, roughness {Furnace.Roughnesses[column]}";
                Assert.That(cells[row][column].Greatest, Is.LessThan(1.01f), cell);
                Assert.That(cells[row][column].Least, Is.GreaterThan(row < BaseMaterials ? 0.98f : 0.3f), cell);
            }
        }
    }

    [Test]
    public void ManyLamps_AreReturned_AndNeverExceeded([Values(0.0, 60.0, 75.0)] double degrees)
    {
        float[][] cells = Furnace.UnderLamps(degrees);
        for (int row = 0; row < cells.Length; row++)
        {
            for (int column = 0; column < cells[row].Length; column++)
            {
                string cell = $"{Furnace.Materials[row].Name}, roughness {Furnace.RoughnessesOfLamps[column]}";
                Assert.That(cells[row][column], Is.LessThan(row < BaseMaterials ? 1.02f : 1.01f), cell);
                Assert.That(cells[row][column], Is.GreaterThan(row < BaseMaterials ? 0.98f : 0.3f), cell);
            }
        }
    }

    [Test]
    public void Table_OfTheDocumentation_IsUpToDate()
    {
        string[] measured = [.. Furnace.Rows(Furnace.InEnvironment(msaa: 1), Furnace.UnderLamps(60))];
        string page = Repository.PathOf("docs", "materials.md");
        string[] written = [.. File.ReadLines(page).SkipWhile(line => !line.StartsWith("| material |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))];
        Assert.That(written, Has.Length.EqualTo(measured.Length).And.All.Not.Empty, $"Write these rows into docs/materials.md:\n{string.Join('\n', measured)}");
        for (int row = 0; row < measured.Length; row++)
        {
            Assert.That(Numbers(written[row]), Is.EqualTo(Numbers(measured[row])).Within(0.004), $"Write this row into docs/materials.md:\n{measured[row]}");
            Assert.That(Name(written[row]), Is.EqualTo(Name(measured[row])));
        }
    }

    private static double[] Numbers(string row) => [.. row.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];

    private static string Name(string row) => row.Split('|', StringSplitOptions.TrimEntries)[1];
}
