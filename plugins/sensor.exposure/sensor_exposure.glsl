// In: radiance, nit, mean over the row's exposure. Out: exposure of the focal plane, lx s.

float sensor_exposure(float signal, SampleSite site, sensor_exposure_Parameters p)
{
    return signal > 0.0 ? signal * (site.pixel.lux_seconds_per_nit * p.transmittance) : 0.0;
}
