// mean e- = efficiency * pixel area * 4091 photons/(lx s um^2) * exposure. In: lx s. Out: e-.
// Coefficients: e- per lx s behind the red, green and blue filter.

vec3 sensor_quantum_efficiency(vec3 signal, PixelSite site, sensor_quantum_efficiency_Parameters p)
{
    return signal * vec3(sensor_quantum_efficiency_coefficient(0), sensor_quantum_efficiency_coefficient(1), sensor_quantum_efficiency_coefficient(2));
}
