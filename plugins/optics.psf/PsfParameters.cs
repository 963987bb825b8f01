namespace SensorSim.Plugins.OpticsPsf;

/// <summary>Defaults: the Raspberry Pi HQ camera's pixels (Sony IMX477 datasheet), an f-number, wavelengths and aberrations that are typical, not measured.</summary>
public sealed record PsfParameters
{
    [Parameter("Focal length over aperture, for diffraction; 0 leaves diffraction out", Min = 0, Max = 64)]
    public double FNumber { get; init; } = 2.8;

    [Parameter("Side of a pixel", Unit = "um", Min = 0.1, Max = 100)]
    public double PixelPitchUm { get; init; } = 1.55;

    [Parameter("Wavelength that red light counts as", Unit = "nm", Min = 300, Max = 2000)]
    public double RedNm { get; init; } = 610;

    [Parameter("Wavelength that green light counts as", Unit = "nm", Min = 300, Max = 2000)]
    public double GreenNm { get; init; } = 540;

    [Parameter("Wavelength that blue light counts as", Unit = "nm", Min = 300, Max = 2000)]
    public double BlueNm { get; init; } = 465;

    [Parameter("Standard deviation of a Gaussian beside diffraction: aberrations, defocus", Unit = "px", Min = 0, Max = 6)]
    public double SigmaPx { get; init; } = 0.3;
}
