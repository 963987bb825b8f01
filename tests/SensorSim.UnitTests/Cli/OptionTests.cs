using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Labels;

namespace SensorSim.UnitTests.Cli;

[TestFixture]
public sealed class OptionTests
{
    [Test]
    public void Sensor_ReadsIdAndTypedParameters()
    {
        PluginUse use = SensorOption.Parse("camera.noise:read_noise_electrons=2.5,bits=10,shot_noise=false,profile=imx477");

        Assert.That(use.Use, Is.EqualTo("camera.noise"));
        Assert.That(new JsonObject(use.Parameters).ToJsonString(), Is.EqualTo(
            """{"read_noise_electrons":2.5,"bits":10,"shot_noise":false,"profile":"imx477"}"""));
        Assert.That(use.Source, Does.StartWith("--sensor camera.noise:"));
    }

    [Test]
    public void Sensor_NeedsNoParameters() => Assert.That(SensorOption.Parse("camera.blur").Parameters, Is.Empty);

    [TestCase("", "there is no plugin")]
    [TestCase(":bits=10", "there is no plugin")]
    [TestCase("camera.noise:bits", "'bits' is not key=value")]
    [TestCase("camera.noise:=3", "'=3' is not key=value")]
    [TestCase("camera.noise:bits=1,bits=2", "'bits' is given twice")]
    [TestCase("camera.noise:", "nothing follows the colon")]
    [TestCase("camera.noise:bits=1,", "'' is not key=value")]
    [TestCase("lens.a:k1=0.02,camera.noise", "one stage each; write --sensor lens.a:k1=0.02 --sensor camera.noise")]
    [TestCase("lens.a:k1=0.02, camera.noise:bits=8,x=1", "write --sensor lens.a:k1=0.02 --sensor camera.noise:bits=8,x=1")]
    [TestCase("lens.a,camera.noise:bits=8", "write --sensor lens.a --sensor camera.noise:bits=8")]
    public void Sensor_RefusesWhatItCannotRead(string text, string problem) =>
        Assert.That(() => SensorOption.Parse(text), Throws.TypeOf<UsageException>().With.Message.Contains(problem));

    [TestCase("rgb,depth", LabelSet.Rgb | LabelSet.Depth)]
    [TestCase("all", LabelSet.All)]
    [TestCase(" default ", LabelSet.Default)]
    public void Labels_AreListsOrSets(string text, LabelSet labels) => Assert.That(LabelsOption.Parse(text), Is.EqualTo(labels));

    [TestCase("rgb,dpeth", "Did you mean \"depth\"?")]
    [TestCase(",", "an item of the list is empty")]
    [TestCase("rgb,,depth", "an item of the list is empty")]
    [TestCase("rgb,depth,rgb", "'rgb' is given twice")]
    public void Labels_RefuseUnknownNames(string text, string problem) =>
        Assert.That(() => LabelsOption.Parse(text), Throws.TypeOf<UsageException>().With.Message.Contains(problem));
}
