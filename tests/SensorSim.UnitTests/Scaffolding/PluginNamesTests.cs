using SensorSim.Hosting.Scaffolding;

namespace SensorSim.UnitTests.Scaffolding;

public sealed class PluginNamesTests
{
    [TestCase("my.dead-pixels", "MyDeadPixelsPlugin", "DeadPixels", "my_dead_pixels")]
    [TestCase("exposure", "ExposurePlugin", "Exposure", "exposure")]
    [TestCase("acme.lens.f2-8", "AcmeLensF28Plugin", "F28", "acme_lens_f2_8")]
    public void NamesFollowFromTheId(string id, string project, string name, string shader)
    {
        var names = PluginNames.Of(id);
        Assert.That(new[] { names.Project, names.Name, names.Shader }, Is.EqualTo(new[] { project, name, shader }));
    }

    [TestCase("", null)]
    [TestCase("a..b", null)]
    [TestCase("a/b", "a-b")]
    [TestCase("DeadPixels", "dead-pixels")]
    [TestCase("dead pixels!", "dead-pixels")]
    [TestCase("Acme.Dead_Pixels", "acme.dead-pixels")]
    [TestCase("ünder", null)]
    public void OtherNamesAreRefused_WithTheNearestThatWouldDo(string id, string? nearest)
    {
        string message = Assert.Throws<ScaffoldingException>(() => PluginNames.Of(id))!.Message;
        Assert.That(message, nearest is null ? Does.Not.Contain("Did you mean") : Does.EndWith($"Did you mean {nearest}?"));
    }

    [TestCase("filter")]
    [TestCase("gl.frag")]
    [TestCase("random.uniform")]
    public void WordsOfGlslAreRefused(string id) => Assert.That(() => PluginNames.Of(id), Throws.TypeOf<ScaffoldingException>().With.Message.Contains($"my.{id}"));
}
