// A share of the pixels becomes white or black. Random numbers: block 0.

vec3 augment_salt_pepper(vec3 signal, PixelSite site, augment_salt_pepper_Parameters p)
{
    float drawn = random_uniform(random_draw(site.random, 0u).x);
    return drawn > p.amount ? signal : vec3(drawn <= p.amount * p.salt ? 1.0 : 0.0);
}
