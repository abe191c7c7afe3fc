namespace Transformers.External;

/// <summary>What is thought of an outside link after all that it has answered.</summary>
public enum LinkState
{
    /// <summary>It is there.</summary>
    Ok,

    /// <summary>It is there, permanently at another address.</summary>
    Moved,

    /// <summary>Its server does not want to be asked by a program, so nobody knows.</summary>
    Blocked,

    /// <summary>It is not there, and was not for long enough to be sure.</summary>
    Gone,

    /// <summary>It can't be told: it did not answer, answered oddly, or is missing only since lately.</summary>
    Unknown,
}
