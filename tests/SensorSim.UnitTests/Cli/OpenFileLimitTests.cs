using SensorSim.Cli.Console;

namespace SensorSim.UnitTests.Cli;

[TestFixture]
public sealed class OpenFileLimitTests
{
    [Test]
    public void ALimitTooLow_IsNamedWithWhatToDo() =>
        Assert.That(OpenFileLimit.ProblemOf(100), Does.Contain("may open 100 at once").And.Contain("ulimit -n"));

    [TestCase(256UL)]
    [TestCase(ulong.MaxValue)]
    public void AUsualLimit_IsNoProblem(ulong files) => Assert.That(OpenFileLimit.ProblemOf(files), Is.Null);

    [Test]
    public void TheLimitOfThisProcess_CanBeAsked() => Assert.That(OpenFileLimit.Problem(), Is.Null);
}
