// Red, green, green, blue filters over light: one sample of each pixel is left.

float conformance_mosaic(vec3 signal, PixelSite site, conformance_mosaic_Parameters p)
{
    return site.filter_color == 0u ? signal.r : site.filter_color == 1u ? signal.g : signal.b;
}
