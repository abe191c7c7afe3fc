namespace Transformers.Diagnostics;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>A reader will miss something.</summary>
    Warning,

    /// <summary>Something could not be published as it was meant.</summary>
    Error,
}
