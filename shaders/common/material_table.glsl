// The numbers of all materials, and which of them are shaded together.
#ifndef MATERIAL_TABLE_GLSL
#define MATERIAL_TABLE_GLSL

// Texels of each material, because a software device reads a buffer block lane by lane and component by component.
layout(set = 0, binding = 3) uniform samplerBuffer materials;

const uint MATERIAL_TEXELS = 13u;

vec4 material_texel(uint material, uint texel) { return texelFetch(materials, int(material * MATERIAL_TEXELS + texel)); }

// The list of spans that a material's pixels are in: materials without textures that use the same features share one.
uint list_of(uint material) { return uint(material_texel(material, 4u).w); }

#endif
