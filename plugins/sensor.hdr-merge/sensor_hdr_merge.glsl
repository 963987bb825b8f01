// Several captures of one pixel, merged. In: mean e-. Out: DN of the first capture, K1 e- + black, whole numbers.
// Coefficients, seven for each capture: sensitivity, charge, gain, read noise, full well, where it fades out from and to (DN).
// Random numbers: block 0 to 7 for charges, 8 + i for the read noise of capture i.

float sensor_hdr_merge_read(float signal, SampleSite site, sensor_hdr_merge_Parameters p, int i)
{
    int at = 7 * i;
    float mean = sensor_hdr_merge_coefficient(at) * signal;
    float charge = p.poisson ? random_poisson(sample_random(site, uint(sensor_hdr_merge_coefficient(at + 1))), mean) : mean;
    float noise = sensor_hdr_merge_coefficient(at + 3) * random_normal(sample_random(site, 8u + uint(i)));
    float electrons = min(charge, sensor_hdr_merge_coefficient(at + 4)) + noise;
    return clamp(floor(sensor_hdr_merge_coefficient(at + 2) * electrons + p.merge_black_dn + 0.5), 0.0, float((1 << p.capture_bits) - 1));
}

float sensor_hdr_merge(float signal, SampleSite site, sensor_hdr_merge_Parameters p)
{
    int last = sensor_hdr_merge_coefficient_count() / 7 - 1;
    float merged = 0.0;
    for (int i = last; i >= 0; i--)
    {
        int at = 7 * i;
        float dn = sensor_hdr_merge_read(signal, site, p, i);
        float electrons = (dn - p.merge_black_dn) / (sensor_hdr_merge_coefficient(at) * sensor_hdr_merge_coefficient(at + 2));
        float from = sensor_hdr_merge_coefficient(at + 5), to = sensor_hdr_merge_coefficient(at + 6);
        float share = i == last ? 1.0 : clamp((to - dn) / (to - from), 0.0, 1.0);
        merged += share * (electrons - merged);
    }
    return max(0.0, floor(p.merge_black_dn + sensor_hdr_merge_coefficient(2) * merged + 0.5));
}

float sensor_hdr_merge_mean_dn(float signal, sensor_hdr_merge_Parameters p, int at)
{
    float electrons = min(sensor_hdr_merge_coefficient(at) * signal, sensor_hdr_merge_coefficient(at + 4));
    return min(sensor_hdr_merge_coefficient(at + 2) * electrons + p.merge_black_dn, float((1 << p.capture_bits) - 1));
}

// Share of a capture among those from it on to the last, at its mean number.
float sensor_hdr_merge_share(float dn, int at)
{
    float from = sensor_hdr_merge_coefficient(at + 5), to = sensor_hdr_merge_coefficient(at + 6);
    return at + 7 >= sensor_hdr_merge_coefficient_count() ? 1.0 : clamp((to - dn) / (to - from), 0.0, 1.0);
}

// Of the captures with their shares as weights, which are those of the mean; captures of one charge have its noise together, and what is clipped has none.
float sensor_hdr_merge_variance(float signal, float variance, SampleSite site, sensor_hdr_merge_Parameters p)
{
    float of_charges[8] = float[8](0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    float left = 1.0, electrons = 0.0;
    int count = sensor_hdr_merge_coefficient_count() / 7;
    for (int i = 0; i < count; i++)
    {
        int at = 7 * i;
        float sensitivity = sensor_hdr_merge_coefficient(at), dn = sensor_hdr_merge_mean_dn(signal, p, at);
        float share = sensor_hdr_merge_share(dn, at), weight = left * share;
        bool is_full = sensitivity * signal >= sensor_hdr_merge_coefficient(at + 4), is_clipped = dn >= float((1 << p.capture_bits) - 1);
        left *= 1.0 - share;
        of_charges[int(sensor_hdr_merge_coefficient(at + 1))] += is_full || is_clipped ? 0.0 : weight * inversesqrt(sensitivity);
        float noise = sensor_hdr_merge_coefficient(at + 3), gain = sensor_hdr_merge_coefficient(at + 2);
        float read = is_clipped ? 0.0 : noise * noise + 1.0 / (12.0 * gain * gain);
        electrons += weight * weight * read / (sensitivity * sensitivity);
    }
    for (int i = 0; i < 8; i++)
    {
        electrons += p.poisson ? max(0.0, signal) * of_charges[i] * of_charges[i] : 0.0;
    }
    // The first capture alone, on its own scale, is whole already.
    bool is_whole = sensor_hdr_merge_coefficient(0) == 1.0 && sensor_hdr_merge_share(sensor_hdr_merge_mean_dn(signal, p, 0), 0) == 1.0;
    float gain = sensor_hdr_merge_coefficient(2);
    return gain * gain * (variance + electrons) + (is_whole ? 0.0 : 1.0 / 12.0);
}
