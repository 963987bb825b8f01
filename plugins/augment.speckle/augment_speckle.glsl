// x (1 + N(0, sigma)) of the encoded picture, clipped. Random numbers: block 0.

vec3 augment_speckle(vec3 signal, PixelSite site, augment_speckle_Parameters p)
{
    return clamp(signal * (1.0 + p.sigma * random_normal(random_draw(site.random, 0u).xyz)), 0.0, 1.0);
}
