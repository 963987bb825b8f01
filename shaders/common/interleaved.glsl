// Trilinear filtering of all of a material's textures at once, for devices whose samplers are software: one address serves them all, and what
// lies at one place in five textures lies in one place in memory. A texel is four words, the last unused: base colour (sRGB) and metallic;
// emission (sRGB) and occlusion; normal and roughness. Levels are square, their sides powers of two; the smallest comes first. Textures repeat.
#ifndef INTERLEAVED_GLSL
#define INTERLEAVED_GLSL

layout(set = 1, binding = 5) uniform usamplerBuffer interleavedTextures;

// sRGB's curve (IEC 61966-2-1): above its linear part a polynomial (interpolated at Chebyshev's points), within a tenth of an 8-bit step.
vec3 srgb_decode(vec3 x)
{
    vec3 curve = 0.0530167195 * x - 0.223318591;
    curve = curve * x + 0.594468506;
    curve = curve * x + 0.545740165;
    curve = curve * x + 0.0290462519;
    curve = curve * x + 0.0010585045;
    return mix(curve, x * (1.0 / 12.92), lessThanEqual(x, vec3(0.04045)));
}

uvec3 texel_at(int index)
{
    return texelFetch(interleavedTextures, index).xyz;
}

void add_texel(inout MaterialTexels sum, uvec3 texel, float weight)
{
    vec4 colorMetallic = unpackUnorm4x8(texel.x);
    vec4 emissiveOcclusion = unpackUnorm4x8(texel.y);
    vec4 normalRoughness = unpackUnorm4x8(texel.z);
    if (HAS_TEXTURE(BASE_COLOR)) sum.baseColor.rgb += weight * srgb_decode(colorMetallic.rgb);
    if (HAS_TEXTURE(EMISSIVE)) sum.emissive += weight * srgb_decode(emissiveOcclusion.rgb);
    sum.metallic += weight * colorMetallic.a;
    sum.occlusion += weight * emissiveOcclusion.a;
    sum.normal += weight * normalRoughness.xyz;
    sum.roughness += weight * normalRoughness.w;
}

// Four texels of one level and their weights.
struct Quad {
    uvec3 texels[4];
    vec4 weights;
};

Quad quad_of(vec2 uv, int sideLog2, float weight)
{
    int side = 1 << sideLog2;
    vec2 at = uv * float(side) - 0.5;
    vec2 corner = floor(at);
    vec2 f = at - corner;
    ivec2 near = ivec2(corner) & (side - 1);
    ivec2 far = (near + 1) & (side - 1);
    int first = int((float(side) * float(side) - 1.0) * (1.0 / 3.0) + 0.5); // 1 + 4 + 16 + …, the levels before
    int nearRow = first + (near.y << sideLog2), farRow = first + (far.y << sideLog2);
    uvec3 texels[4] = uvec3[](texel_at(nearRow + near.x), texel_at(nearRow + far.x), texel_at(farRow + near.x), texel_at(farRow + far.x));
    vec2 rows = weight * vec2(1.0 - f.y, f.y);
    return Quad(texels, vec4(rows.x * (1.0 - f.x), rows.x * f.x, rows.y * (1.0 - f.x), rows.y * f.x));
}

MaterialTexels interleaved_texels(uint material, TexCoords t)
{
    float sideLog2 = transform_row(material, 0u, 0u).w;
    Footprint f = footprint_of(uint(findLSB(FEATURES & 0x1fu)), material, t); // the same for all of them
    float squared = max(dot(f.perColumn, f.perColumn), dot(f.perRow, f.perRow));
    float lod = clamp(sideLog2 + 0.5 * log2(max(squared, 1e-30)), 0.0, sideLog2);
    float level = min(floor(lod), sideLog2 - 1.0);
    int log2 = int(sideLog2 - level);
    MaterialTexels sum = MaterialTexels(vec4(0.0, 0.0, 0.0, 1.0), vec3(0.0), vec3(0.0), 0.0, 0.0, 0.0);
    // All are fetched before any is looked at: their way from memory takes longest.
    Quad fine = quad_of(f.uv, log2, 1.0 - (lod - level)), coarse = quad_of(f.uv, log2 - 1, lod - level);
    for (int i = 0; i < 4; i++) {
        add_texel(sum, fine.texels[i], fine.weights[i]);
        add_texel(sum, coarse.texels[i], coarse.weights[i]);
    }
    // Not chosen in the initializer: Mesa 22.3 takes one component of a vector chosen by a specialization constant.
    if (!HAS_TEXTURE(BASE_COLOR)) sum.baseColor = vec4(1.0);
    if (!HAS_TEXTURE(EMISSIVE)) sum.emissive = vec3(1.0);
    return sum;
}

#endif
