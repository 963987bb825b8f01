// Separable Gaussian point spread function. In and out: radiance layers, nit.
// Pass 0 runs along rows, pass 1 along columns; the coefficients are the centre tap and the right half of a kernel that sums to 1.

vec3 camera_blur(PixelSite site, int pass, camera_blur_Parameters p)
{
    ivec2 direction = pass == 0 ? ivec2(1, 0) : ivec2(0, 1);
    vec3 sum = camera_blur_coefficient(0) * signal_at(site.pixel);
    for (int i = 1; i < camera_blur_coefficient_count(); i++)
    {
        sum += camera_blur_coefficient(i) * (signal_at(site.pixel - i * direction) + signal_at(site.pixel + i * direction));
    }
    return sum;
}
