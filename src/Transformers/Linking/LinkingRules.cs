using Transformers.Diagnostics;

namespace Transformers.Linking;

/// <summary>What linking can find: its codes.</summary>
public static class LinkingRules
{
    /// <summary>No note goes by the name that a link or an embed gives.</summary>
    public static readonly DiagnosticRule NoteMissing = new("KB001", Severity.Warning, "Link to a note that is not found");

    /// <summary>The note has no such heading.</summary>
    public static readonly DiagnosticRule HeadingMissing = new("KB002", Severity.Warning, "Link to a heading that is not found");

    /// <summary>The note has no such block.</summary>
    public static readonly DiagnosticRule BlockMissing = new("KB003", Severity.Warning, "Link to a block that is not found");

    /// <summary>Several notes match a link.</summary>
    public static readonly DiagnosticRule Ambiguous = new("KB005", Severity.Info, "Link that several notes match");

    /// <summary>An embed shows, directly or through others, itself.</summary>
    public static readonly DiagnosticRule EmbedCycle = new("KB008", Severity.Warning, "Embed that contains itself");

    /// <summary>No attachment goes by the name that a link or an embed gives.</summary>
    public static readonly DiagnosticRule AttachmentMissing = new("KB009", Severity.Warning, "Attachment that is not found");

    /// <summary>Two notes have one address.</summary>
    public static readonly DiagnosticRule SameAddress = new("KB010", Severity.Warning, "Two notes with one address");

    /// <summary>The note exists, but is not published.</summary>
    public static readonly DiagnosticRule NotPublished = new("KB012", Severity.Warning, "Link to a note that is not published");
}
