namespace Transformers.Cli.Findings;

/// <summary>How findings are written.</summary>
internal enum FindingFormat
{
    /// <summary>A line each, for people.</summary>
    Text,

    /// <summary>One JSON object, as the contract lays it out.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>Annotations of a GitHub workflow.</summary>
    Github,
}
