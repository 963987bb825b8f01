using SensorSim.Cli.Console;

namespace SensorSim.UnitTests.Cli;

[TestFixture]
public sealed class TextTableTests
{
    [Test]
    public void Columns_AreAlignedAndLinesDoNotEndInSpaces()
    {
        using var writer = new StringWriter { NewLine = "\n" };

        new TextTable("name", "unit").Add("sigma_px", "px").Add("bits", "").WriteTo(writer, indent: 2);

        Assert.That(writer.ToString(), Is.EqualTo("  name      unit\n  sigma_px  px\n  bits\n"));
    }

    [Test]
    public void RowOfAnotherLength_IsRefused()
    {
        Assert.That(() => new TextTable("name", "unit").Add("one"), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
