namespace SensorSim.Lights;

/// <summary>One sinusoidal part of a waveform: cosine · cos(2πft) + sine · sin(2πft), relative to the lamp's nominal intensity.</summary>
/// <param name="FrequencyHz">f; two lamps share a layer exactly when their frequencies are equal.</param>
/// <param name="Cosine">Amplitude of the cosine part.</param>
/// <param name="Sine">Amplitude of the sine part.</param>
public readonly record struct Harmonic(double FrequencyHz, double Cosine, double Sine);
