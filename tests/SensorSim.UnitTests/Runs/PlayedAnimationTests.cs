using SensorSim.Hosting.Runs.Planning;

namespace SensorSim.UnitTests.Runs;

public sealed class PlayedAnimationTests
{
    [TestCase(30, "plays 1 s of the 2 s of its animation; --steps 60 plays all of it")]
    [TestCase(60, "plays all 2 s of its animation")]
    [TestCase(90, "plays all 2 s of its animation")]
    [TestCase(1, "its animation of 2 s stands still at 0 s; --steps 60 plays it")]
    public void Steps_AreSaidInSecondsOfTheAnimation(int steps, string expected) =>
        Assert.That(new PlayedAnimation(null, 2, new(steps, 30)).Words("--steps"), Is.EqualTo(expected));

    [Test]
    public void AName_IsSaid() =>
        Assert.That(new PlayedAnimation("Walk", 1.25, new(2, 10)).Words("episode.steps"), Is.EqualTo("plays 0.2 s of the 1.25 s of its animation 'Walk'; episode.steps 13 plays all of it"));
}
