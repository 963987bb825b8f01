// A signal to its last bit: the lower or the upper sixteen bits of its single-precision number, as a digital number.

float conformance_bits(float signal, SampleSite site, conformance_bits_Parameters p)
{
    uint bits = floatBitsToUint(signal);
    return float(p.part > 1.5 ? bits >> 16 : bits & 0xFFFFu);
}
