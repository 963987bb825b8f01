// Three straight pieces, rounded. Coefficients: the knees as they come in, as they go out, the three slopes.

float sensor_companding(float signal, SampleSite site, sensor_companding_Parameters p)
{
    float first = sensor_companding_coefficient(0), second = sensor_companding_coefficient(1);
    float y = signal <= first ? signal * sensor_companding_coefficient(4)
        : signal <= second ? sensor_companding_coefficient(2) + (signal - first) * sensor_companding_coefficient(5)
        : sensor_companding_coefficient(3) + (signal - second) * sensor_companding_coefficient(6);
    return floor(y + 0.5);
}

// The piece's slope, and rounding's variance.
float sensor_companding_variance(float signal, float variance, SampleSite site, sensor_companding_Parameters p)
{
    float slope = signal <= sensor_companding_coefficient(0) ? sensor_companding_coefficient(4)
        : signal <= sensor_companding_coefficient(1) ? sensor_companding_coefficient(5)
        : sensor_companding_coefficient(6);
    return slope * slope * variance + 1.0 / 12.0;
}
