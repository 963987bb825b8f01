namespace SensorSim.Sensors;

/// <summary>How the host computes a stage that looks at one sample at a time.</summary>
public interface ISampleStage
{
    /// <summary>The sample, in double precision.</summary>
    double ReferenceOf(double signal, in SampleSite site, object parameters);

    /// <summary>Variance of the noise behind the stage, in double precision.</summary>
    double VarianceOf(double signal, double variance, in SampleSite site, object parameters);
}
