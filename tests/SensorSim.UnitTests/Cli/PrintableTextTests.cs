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
}
