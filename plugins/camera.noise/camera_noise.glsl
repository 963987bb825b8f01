// The linear camera of EMVA 1288. In: radiance, nit, mean over the row's exposure. Out: DN.
// mean e- = light + dark; Poisson; full well; + read noise; DN = round(K e- + black), clipped to the converter.
// Coefficients: e- per lx s, dark e- per s. Random numbers: block 0 shot noise, block 1 read noise.

vec3 camera_noise_mean(vec3 signal, PixelSite site)
{
    float electrons_per_nit = site.lux_seconds_per_nit * camera_noise_coefficient(0);
    vec3 light = mix(vec3(0.0), signal * electrons_per_nit, greaterThan(signal, vec3(0.0)));
    return light + camera_noise_coefficient(1) * site.exposure_seconds;
}

vec3 camera_noise(vec3 signal, PixelSite site, camera_noise_Parameters p)
{
    vec3 mean = camera_noise_mean(signal, site);
    vec3 charge = p.shot_noise ? random_poisson(random_draw(site.random, 0u).xyz, mean) : mean;
    vec3 electrons = min(charge, p.full_well_electrons) + p.read_noise_electrons * random_normal(random_draw(site.random, 1u).xyz);
    float gain = p.gain_dn_per_electron * site.iso / 100.0;
    vec3 dn = floor(gain * electrons + p.black_level_dn + 0.5);
    return clamp(dn, vec3(0.0), vec3(float((1 << p.bits) - 1)));
}

// That of charge that is not clipped, of the readout and of rounding; nothing of numbers that are clipped.
vec3 camera_noise_variance(vec3 signal, vec3 variance, PixelSite site, camera_noise_Parameters p)
{
    vec3 mean = camera_noise_mean(signal, site);
    vec3 charge = p.shot_noise ? mix(vec3(0.0), mean, lessThan(mean, vec3(p.full_well_electrons))) : vec3(0.0);
    float gain = p.gain_dn_per_electron * site.iso / 100.0;
    vec3 dn = gain * min(mean, p.full_well_electrons) + p.black_level_dn;
    vec3 unclipped = gain * gain * (charge + p.read_noise_electrons * p.read_noise_electrons) + 1.0 / 12.0;
    return mix(vec3(0.0), unclipped, lessThanEqual(dn, vec3(float((1 << p.bits) - 1))));
}
