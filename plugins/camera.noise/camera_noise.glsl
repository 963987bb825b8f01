// The linear camera of EMVA 1288. In: radiance, nit, mean over the row's exposure. Out: DN.
// mean e- = light + dark; Poisson; full well; + read noise; DN = round(K e- + black), clipped to the converter.
// Coefficients: e- per lx s, dark e- per s.

const uint camera_noise_read_block = 3u * random_poisson_blocks;

float camera_noise_charge(float nit, uint channel, PixelSite site, camera_noise_Parameters p)
{
    float light = nit > 0.0 ? nit * site.lux_seconds_per_nit * camera_noise_coefficient(0) : 0.0;
    float mean = light + camera_noise_coefficient(1) * site.exposure_seconds;
    float electrons = p.shot_noise ? random_poisson(site.random, channel * random_poisson_blocks, mean) : mean;
    return min(electrons, p.full_well_electrons);
}

vec3 camera_noise(vec3 signal, PixelSite site, camera_noise_Parameters p)
{
    vec3 electrons = vec3(
        camera_noise_charge(signal.r, 0u, site, p),
        camera_noise_charge(signal.g, 1u, site, p),
        camera_noise_charge(signal.b, 2u, site, p));
    if (p.read_noise_electrons > 0.0)
    {
        uvec4 bits = random_draw(site.random, camera_noise_read_block);
        vec2 red_green = random_normal_pair(bits.x, bits.y);
        electrons += p.read_noise_electrons * vec3(red_green, random_normal_pair(bits.z, bits.w).x);
    }

    float gain = p.gain_dn_per_electron * site.iso / 100.0;
    vec3 dn = floor(gain * electrons + p.black_level_dn + 0.5);
    return clamp(dn, vec3(0.0), vec3(float((1 << p.bits) - 1)));
}
