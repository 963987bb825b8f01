using SensorSim.Hosting.Runs;

namespace SensorSim.UnitTests.Runs;

public sealed class BlurNoticeTests
{
    private readonly List<string> _said = [];

    [SetUp]
    public void Forget() => _said.Clear();

    [TestCase(new[] { 0, 15 }, new int[0])]
    [TestCase(new[] { 4, 16, 17, 31 }, new[] { 16 })]
    [TestCase(new[] { 16, 64, 100, 127, 128 }, new[] { 16, 64, 128 })]
    public void ItIsSaidWhereManyImagesMakeAFrame_AndAgainWhereItGetsMuchWorse(int[] instants, int[] told)
    {
        var notice = new BlurNotice(_said.Add);
        foreach (int count in instants) notice.Note("front", count, hasLens: false, 1 / 60.0);
        Assert.That(_said.Select(line => int.Parse(line.Split("the sum of ")[1].Split(' ')[0], null)), Is.EqualTo(told));
    }

    [Test]
    public void ItSaysWhatIsFaster()
    {
        new BlurNotice(_said.Add).Note("front", 40, hasLens: false, 1 / 60.0);
        new BlurNotice(_said.Add).Note("wrist", 400, hasLens: true, 0.02);
        Assert.That(_said, Is.EqualTo(new[]
        {
            "front: for its motion blur a frame is the sum of 40 images and takes longer accordingly; a shorter exposure than 0.0167 s (exposure.time_s), a smaller image or --msaa 1 is faster",
            "wrist: for its blur of motion and focus a frame is the sum of 400 images and takes longer accordingly; a larger f_number, a shorter exposure than 0.02 s (exposure.time_s), a smaller image or --msaa 1 is faster",
        }));
    }
}
