namespace SensorSim;

/// <summary>Around all tests of the assembly: what was measured for the acceptance matrix is written and printed in the end.</summary>
[SetUpFixture]
public sealed class AcceptanceSession
{
    [OneTimeTearDown]
    public void Report()
    {
        if (Tests.Sensors.Acceptance.Measurements.Count > 0)
        {
            TestContext.Progress.WriteLine(Tests.Sensors.AcceptanceReport.Write(Tests.Sensors.Acceptance.Measurements));
        }
    }
}
