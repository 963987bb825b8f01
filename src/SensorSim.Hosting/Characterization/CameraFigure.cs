namespace SensorSim.Hosting.Characterization;

/// <summary>What one figure of a camera is called.</summary>
/// <param name="Key">In JSON.</param>
/// <param name="Words">In tables.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Parameter">Of stages and profiles.</param>
public sealed record CameraFigure(string Key, string Words, string Unit, string Parameter)
{
    /// <summary>In the order of <see cref="CameraFigures.Values"/> and <see cref="Calibration.Estimates"/>.</summary>
    public static IReadOnlyList<CameraFigure> All { get; } =
    [
        new("gain_dn_per_e", "System gain", "DN/e-", "gain_dn_per_electron"),
        new("read_noise_e", "Read noise", "e-", "read_noise_electrons"),
        new("full_well_e", "Full well", "e-", "full_well_electrons"),
        new("prnu_percent", "PRNU at half saturation", "%", "prnu_percent"),
        new("dsnu_e", "DSNU without exposure", "e-", "dsnu_electrons"),
        new("black_level_dn", "Black level", "DN", "black_level_dn"),
    ];
}
