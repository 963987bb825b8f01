namespace SensorSim.GpuTests.Sensors;

/// <summary>Compiled chains are shared by the tests of this folder and end before the device does.</summary>
[SetUpFixture]
public sealed class GpuSensorSession
{
    [OneTimeTearDown]
    public void End() => GpuSensor.DisposeRunners();
}
