namespace Transformers.Cli;

/// <summary>How much a command says.</summary>
internal enum Verbosity
{
    /// <summary>Failures only.</summary>
    Quiet,

    /// <summary>Errors, warnings and a summary.</summary>
    Normal,

    /// <summary>Information as well.</summary>
    Detailed,
}
