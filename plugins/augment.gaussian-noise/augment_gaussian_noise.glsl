// x + N(0, sigma) of the encoded picture, clipped. Random numbers: block 0.

vec3 augment_gaussian_noise(vec3 signal, PixelSite site, augment_gaussian_noise_Parameters p)
{
    uvec3 bits = random_draw(site.random, 0u).xyz;
    if (p.grey)
    {
        bits = bits.xxx;
    }
    return clamp(signal + p.sigma * random_normal(bits), 0.0, 1.0);
}
