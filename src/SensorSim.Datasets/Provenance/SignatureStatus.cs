namespace SensorSim.Datasets.Provenance;

/// <summary>What can be said about a dataset's signature.</summary>
public enum SignatureStatus
{
    /// <summary>Hashed, not signed.</summary>
    Unsigned,

    /// <summary>Signed by one of the trusted keys.</summary>
    Trusted,

    /// <summary>The signature holds, but its key is not among the trusted ones.</summary>
    UnknownSigner,

    /// <summary>The signature does not fit the dataset.</summary>
    Invalid,
}
