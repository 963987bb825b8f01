// The nearest micropolygon of each sample of a pixel: depth above, and below the complement of its place in the order of drawing, so that the greatest
// number is what a depth test that keeps the first of equals would leave. 0: none.
#ifndef NEAREST_GLSL
#define NEAREST_GLSL

const uint PER_CLUSTER = 32u;

// cluster: from the view's first.
uint name_of(uint cluster, uint triangle) { return ~(cluster * PER_CLUSTER + triangle); }
uint cluster_of(uint name) { return ~name / PER_CLUSTER; }
uint triangle_of_cluster(uint name) { return ~name % PER_CLUSTER; }

#endif
