using SensorSim.Scenes.Scenarios;

namespace SensorSim.UnitTests.Cli;

/// <summary>Text from strangers on a terminal.</summary>
[TestFixture]
public sealed class PrintableTextTests
{
    [TestCase("plain ñ Ω 🎥", "plain ñ Ω 🎥")]
    [TestCase("\u001b[2J", "\\u{1b}[2J")]
    [TestCase("a\r\nb\tc", "a\\u{d}\\u{a}b\\u{9}c")]
    [TestCase("\u009b31m\u007f", "\\u{9b}31m\\u{7f}")]
    [TestCase("\u202egnp.exe\u2066", "\\u{202e}gnp.exe\\u{2066}")]
    public void What_A_Terminal_Obeys_Is_Shown(string text, string expected) => Assert.That(PrintableText.Of(text), Is.EqualTo(expected));

    [TestCase("a\n\u001b[2Jb", "a\n\\u{1b}[2Jb")]
    [TestCase("\u202ea\r\n", "\\u{202e}a\\u{d}\n")]
    public void Lines_Stay_Lines(string text, string expected) => Assert.That(PrintableText.OfLines(text), Is.EqualTo(expected));

    [TestCase("a\tb\n \u200d {\"c\": 1}", "a\tb\n \u200d {\"c\": 1}")]
    [TestCase("a\u001b[2J\u009b\r\u007f\n", "a\\u{1b}[2J\\u{9b}\\u{d}\\u{7f}\n")]
    public void What_Programs_Read_Loses_Controls_Only(string text, string expected) => Assert.That(PrintableText.WithoutControls(text), Is.EqualTo(expected));
}
