// As visibility.frag, for triangles whose first vertex names them.
#version 460

layout(location = 0) flat in uvec2 names;
layout(location = 0) out uvec2 visible;

void main()
{
    visible = names;
}
