using System.Globalization;

namespace SensorSim.Plugins.SensorCompanding;

/// <summary>Three straight pieces from (0, 0) on. The defaults squeeze 16 bits into 12: an example, no device's curve.</summary>
public sealed record CompandingParameters : ICheckedParameters
{
    [Parameter("Linear number at which the second piece begins", Unit = "DN", Min = 0, Max = 16777215)]
    public double Knee1Dn { get; init; } = 1024;

    [Parameter("Linear number at which the third piece begins; not before the second", Unit = "DN", Min = 0, Max = 16777215)]
    public double Knee2Dn { get; init; } = 9216;

    [Parameter("Slope of the first piece", Unit = "DN/DN", Min = 1e-4, Max = 1)]
    public double Slope1 { get; init; } = 1;

    [Parameter("Slope of the second piece", Unit = "DN/DN", Min = 1e-4, Max = 1)]
    public double Slope2 { get; init; } = 0.125;

    [Parameter("Slope of the third piece", Unit = "DN/DN", Min = 1e-4, Max = 1)]
    public double Slope3 { get; init; } = 0.03125;

    [Parameter("True runs the curve backwards: companded numbers become linear again")]
    public bool Expand { get; init; }

    public IEnumerable<ParameterError> Check()
    {
        if (Knee2Dn < Knee1Dn)
        {
            yield return new("knee2_dn", string.Create(CultureInfo.InvariantCulture, $"\"knee2_dn\" is {Knee2Dn:G6}, in front of \"knee1_dn\" at {Knee1Dn:G6}; expected at least that."));
        }
    }
}
