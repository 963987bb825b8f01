using SensorSim.Scenes.Names;

namespace SensorSim.UnitTests.Cousins;

[TestFixture]
public sealed class GlobPatternTests
{
    [TestCase("*", "", true)]
    [TestCase("", "", true)]
    [TestCase("", "a", false)]
    [TestCase("box_?", "box_3", true)]
    [TestCase("box_?", "box_31", false)]
    [TestCase("box*", "box", true)]
    [TestCase("*_left_*", "box_left_2", true)]
    [TestCase("*_left_*", "box_left", false)]
    [TestCase("a*b*c", "aXbXbXc", true)]
    [TestCase("a*b*c", "aXbXbX", false)]
    [TestCase("Box", "box", false)]
    public void Patterns_Match_Whole_Names(string pattern, string name, bool expected) =>
        Assert.That(GlobPattern.Matches(pattern, name), Is.EqualTo(expected));

    [Test]
    public void A_Hostile_Pattern_Takes_No_Exponential_Time() =>
        Assert.That(GlobPattern.Matches(string.Concat(Enumerable.Repeat("*a", 200)) + "b", new string('a', 2000)), Is.False);
}
