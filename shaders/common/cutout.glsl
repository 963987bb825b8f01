// The alpha test of masked and blended materials in passes that do not shade.
#ifndef CUTOUT_GLSL
#define CUTOUT_GLSL
#include "material.glsl"

TexCoords rasterized_texcoords(vec4 t)
{
    return TexCoords(t.xy, dFdx(t.xy), dFdy(t.xy), t.zw, dFdx(t.zw), dFdy(t.zw));
}

bool is_cut_out(uint material, vec4 texcoords, float alpha)
{
    vec4 texel = base_color_texel(material, rasterized_texcoords(texcoords));
    return !is_present(base_color(material, texel, vec4(1.0, 1.0, 1.0, alpha)).a, material);
}

#endif
