// Stuck pixels read a constant, dead ones nothing (fixed pattern, block 0: stuck ones from below, dead ones from above).

float sensor_defects(float signal, SampleSite site, sensor_defects_Parameters p)
{
    float place = random_uniform(sample_pattern(site, 0u));
    return place <= p.hot_share ? p.hot_electrons : place > 1.0 - p.dead_share ? 0.0 : signal;
}
