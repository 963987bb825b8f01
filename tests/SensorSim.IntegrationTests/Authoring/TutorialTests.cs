using SensorSim.Randomness;
using SensorSim.Scenes.Images;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.IntegrationTests.Authoring;

/// <summary>docs/plugins.md, followed to the letter in an empty folder outside the source tree.</summary>
[TestFixture]
public sealed class TutorialTests
{
    private const double Share = 0.02;

    [Test]
    public void FromNothingToDeadPixels()
    {
        var tutorial = Tutorial.Read(File.ReadAllText(Repository.PathOf("docs", "plugins.md")));
        using var workshop = new Workshop();

        var (exitCode, output) = workshop.Run(tutorial.Script);

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(tutorial.Shown, Is.Not.Empty);
        foreach (string line in tutorial.Shown) Assert.That(output, Does.Contain(line));
        AssertDead(workshop.PathOf("my.dead-pixels/pictures/rgb/000000_0000_view0.png"));
    }

    private static void AssertDead(string path)
    {
        PixelPlane picture = PngDecoder.Decode(File.ReadAllBytes(path));
        int wrong = 0, dead = 0;
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                bool isDead = IsDead(x, y, picture.Width, picture.Height), isBlack = picture.Bytes.Slice(((y * picture.Width) + x) * 3, 3).Span.IndexOfAnyExcept((byte)0) < 0;
                dead += isDead ? 1 : 0;
                wrong += isDead != isBlack ? 1 : 0;
            }
        }

        double expected = Share * picture.Width * picture.Height;
        Assert.That(wrong, Is.Zero, "black exactly where the sensor is dead");
        Assert.That(dead, Is.EqualTo(expected).Within(4 * Math.Sqrt(expected)));
    }

    private static bool IsDead(int x, int y, int width, int height)
    {
        var pattern = new RandomStream(RandomKey.ForSensor("view0"), PixelSite.PatternIndex(x, y, width, height), RandomStream.FixedPatternStep, RandomKey.StreamOf("my.dead-pixels"));
        return RandomStream.Uniform(pattern.Draw(0).X) <= Share;
    }
}
