// Radiance taken for a signal of another domain, number for number.

float conformance_source(float signal, SampleSite site, conformance_source_Parameters p)
{
    return signal;
}
