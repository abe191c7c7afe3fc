namespace Transformers;

/// <summary>What is being done to a vault, in order.</summary>
public enum BuildStage
{
    /// <summary>Files are read and parsed.</summary>
    Reading,

    /// <summary>It is found where each link leads.</summary>
    Linking,

    /// <summary>Entries become works.</summary>
    Cataloguing,

    /// <summary>The vault is looked through for what its curator would want to know.</summary>
    Checking,

    /// <summary>It is settled what the site consists of.</summary>
    Arranging,

    /// <summary>The index of the search is made.</summary>
    Indexing,
}

/// <summary>How far a vault is on its way to a site.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">How many files this is done to.</param>
/// <param name="Of">To how many it will be done; 0 where that is not counted.</param>
public readonly record struct BuildStep(BuildStage Stage, int Done = 0, int Of = 0);
