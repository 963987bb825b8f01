using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

[TestFixture]
public sealed class SelfTestCommandTests
{
    [Test]
    public void DeviceOfThisMachine_IsTrusted()
    {
        var run = ProgramRun.Of("selftest", "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Out + run.Error);
        Assert.That((bool)run.Json["trusted"]!, Is.True);
        Assert.That(run.Json["tests"]!.AsArray(), Has.Count.GreaterThan(1));
        Assert.That(run.Json["tests"]!.AsArray().Select((JsonNode? test) => (bool)test!["passed"]!), Is.All.True);
        Assert.That(run.Error, Does.StartWith("device: "));
    }

    [TestCase("no-such-device")]
    [TestCase("99")]
    public void DeviceThatIsNotThere_IsBadInput(string device)
    {
        var run = ProgramRun.Of("selftest", "--device", device);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith($"error: --device {device}: ").And.Contain("Found: 0: "));
    }

    [Test]
    public void Gpu_RefusesToRunOnASoftwareDevice()
    {
        JsonArray devices = ProgramRun.Of("devices", "--json").Json["devices"]!.AsArray();
        Assume.That(devices.Select(device => (string)device!["type"]!), Is.All.EqualTo("software"), "this machine has a GPU");

        Assert.That(ProgramRun.Of("selftest", "--device", "gpu").ExitCode, Is.EqualTo(42));
    }
}
