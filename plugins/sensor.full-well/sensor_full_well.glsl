// Clips the charge before it is read.

float sensor_full_well(float signal, SampleSite site, sensor_full_well_Parameters p)
{
    return min(signal, p.full_well_electrons);
}

// A full well has no noise of its charge left.
float sensor_full_well_variance(float signal, float variance, SampleSite site, sensor_full_well_Parameters p)
{
    return signal < p.full_well_electrons ? variance : 0.0;
}
