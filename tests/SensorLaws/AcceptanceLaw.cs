namespace SensorSim.Tests.Sensors;

/// <summary>A row of the acceptance matrix: what is promised.</summary>
/// <param name="Id">Its name, such as PTC-1.</param>
/// <param name="Assertion">What must hold.</param>
/// <param name="Tolerance">How well.</param>
/// <param name="Samples">How many samples at least.</param>
/// <param name="Places">Where it is measured.</param>
public sealed record AcceptanceLaw(string Id, string Assertion, string Tolerance, string Samples, IReadOnlyList<string> Places)
{
    public const string Reference = "CPU reference";
    public const string Gpu = "GPU";

    private static readonly string[] Both = [Reference, Gpu];

    /// <summary>All of a camera.</summary>
    public static IReadOnlyList<AcceptanceLaw> All { get; } =
    [
        new("RNG-1", "known answers of Philox4x32-10", "exact", "3 vectors", Both),
        new("RNG-2", "order of work, batches and dispatches change nothing", "exact", "512²", Both),
        new("RNG-3", "frames, cameras, stages, channels are independent", "4 SE", "512²", Both),
        new("RNG-4", "white: no correlation with the next pixel", "4 SE", "512²", Both),
        new("RAD-1", "absolute electrons of a Lambertian field", "0.5 %", "flat", Both),
        new("RAD-2", "scaling with time and f-number", "1e-5", "flat", Both),
        new("PTC-1", "system gain from the photon transfer curve", "1 %", "512² × 24 frames", Both),
        new("PTC-2", "read noise from dark frames", "2 %", "512² × 2 frames", Both),
        new("PTC-3", "slope does not depend on black level, time, albedo", "1 %", "512²", Both),
        new("LOW-1", "mean, Fano factor, skewness, P(0) of few electrons", "4 SE", "512²", Both),
        new("SAT-1", "the curve peaks at saturation", "2 %", "128² × 2 per level", Both),
        new("LIN-1", "linear from 5 to 95 %", "0.2 %", "512² × 10 levels", Both),
        new("Q-1", "codes of a noise-free ramp", "exact", "every code", Both),
        new("DARK-1", "dark current: mean slope; variance slope; doubling", "2 %; 3 %; 2 %", "512²", Both),
        new("FPN-1", "DSNU and PRNU", "5 %", "16 + 16 frames of 512²", Both),
        new("FPN-2", "the pattern stays with its sensor", "ρ > 0.95; 4 SE", "32 frames of 512²", Both),
        new("ROW-1", "row and column noise", "5 %", "8 frames × 2160 lines", Both),
        new("ELD-1", "standard deviation of Tukey-lambda", "1 %", "512² × 2", Both),
        new("DIST-1", "golden vectors of projection", "1e-4 px", "8 and more", [Reference]),
        new("DIST-2", "projection and back", "0.01 px", "all valid pixels", [Reference]),
        new("DIST-3", "centroids of a dot grid", "0.02 px", "grid", [Gpu]),
        new("DIST-4", "labels and colour agree", "0.5 px", "image", [Gpu]),
        new("DIST-5", "no coefficients: the pinhole", "exact", "image", Both),
        new("VIG-1", "cosine to the fourth", "0.5 %", "4 angles", Both),
        new("DOF-1", "circle of confusion: second moment, first zero", "2 %", "edge", [Gpu]),
        new("DOF-2", "defocus keeps energy", "1e-4", "image", [Gpu]),
        new("DOF-3", "sharp in the plane of focus", "0.5 % of the mean", "image", [Gpu]),
        new("MTF-1", "MTF50 of a slanted edge", "1 %", "64×80", Both),
        new("GLARE-1", "glare keeps energy", "1e-4", "image", Both),
        new("GLARE-2", "veiling glare index", "2 %", "3 squares", Both),
        new("MB-1", "motion blur: width of a ramp", "1 % or 0.1 px", "edge", [Gpu]),
        new("MB-2", "motion blur keeps energy", "1e-3", "image", [Gpu]),
        new("MB-3", "first zero of motion's MTF", "1 %", "edge", [Gpu]),
        new("MB-4", "an open shutter sees motion", "not inert", "image", [Gpu]),
        new("RS-1", "rolling shutter: slope of a moving bar", "1 %", "bar", [Gpu]),
        new("RS-2", "global shutter: no slope", "0", "bar", [Gpu]),
        new("RS-3", "poses of rows are at the rows' instants", "1 ns", "record", [Gpu]),
        new("FLK-1", "period of bands", "1 %", "2464 rows", Both),
        new("FLK-2", "depth of bands", "2 %", "2464 rows", Both),
        new("FLK-3", "no bands after whole periods", "0.1 % of M", "2464 rows", Both),
        new("FLK-4", "phase from frame to frame", "1 %", "2464 rows", Both),
        new("PWM-1", "how often a pulsed lamp is seen", "4 SE", "1000 frames", Both),
        new("PWM-2", "distribution of captured time (Kolmogorov-Smirnov)", "p > 1e-3", "1000 frames", Both),
        new("PWM-3", "never dark after (1 − D)/f", "exact", "1000 frames", Both),
        new("P2020-1", "FMI and MMP of IEEE P2020", "2 %; 4 SE", "1000 frames", Both),
        new("DEM-1", "demosaicing: constant colours", "exact", "4 phases", Both),
        new("DEM-2", "demosaicing: ramps", "exact", "4 phases", Both),
        new("DEM-3", "the four phases give one picture", "exact", "4 phases", Both),
        new("DEM-4", "noise gain of bilinear: 0.625, 0.5625", "1 %", "1024²", Both),
        new("ISP-1", "grey stays grey", "0.1 %", "8 patches", Both),
        new("ISP-2", "sRGB's curve and its inverse", "1e-6; exact", "4096; 256 codes", Both),
        new("ISP-3", "a development that is asked for nothing", "exact", "64×48", Both),
        new("ISP-4", "saturated white stays white", "exact", "16×16", Both),
        new("ISP-5", "JPEG against an independent coder; monotone in quality", "see docs/sensors.md", "203×117", Both),
    ];
}
