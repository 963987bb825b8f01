namespace SensorSim.IntegrationTests.Authoring;

/// <summary>Tests that each work in a <see cref="Workshop"/> of their own.</summary>
[TestFixture]
public abstract class WorkshopFixture
{
    private protected Workshop Workshop { get; private set; } = null!;

    [SetUp]
    public void Open() => Workshop = new();

    [TearDown]
    public void Close() => Workshop.Dispose();
}
