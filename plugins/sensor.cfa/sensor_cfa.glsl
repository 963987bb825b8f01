// Keeps the sample of the pixel's filter: 0 red, 1 green, 2 blue, 3 clear, which is a weighted sum of the three.

float sensor_cfa(vec3 signal, PixelSite site, sensor_cfa_Parameters p)
{
    float clear = p.clear_red * signal.r + p.clear_green * signal.g + p.clear_blue * signal.b;
    return site.filter_color == 0u ? signal.r : site.filter_color == 1u ? signal.g : site.filter_color == 2u ? signal.b : clear;
}
