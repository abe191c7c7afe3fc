using Transformers.Diagnostics;

namespace Transformers.Parsing;

/// <summary>What parsing can find: its codes.</summary>
public static class ParsingRules
{
    /// <summary>Two blocks of a note bear one id.</summary>
    public static readonly DiagnosticRule DuplicateBlockId = new("KB004", Severity.Warning, "Block id used twice");

    /// <summary>The front matter or the configuration is not YAML, or says what it may not.</summary>
    public static readonly DiagnosticRule InvalidYaml = new("KB007", Severity.Error, "Front matter or configuration that is not valid");

    /// <summary>A typed bullet from which neither a title nor an address could be read.</summary>
    public static readonly DiagnosticRule EmptyEntry = new("KB011", Severity.Info, "Entry with neither a title nor an address");

    /// <summary>The note is nested so deep, or has so many lines for its length, that it, or a part of it, is shown as plain text.</summary>
    public static readonly DiagnosticRule TooComplex = new("KB016", Severity.Warning, "Text too deeply nested to be read as Markdown");

    /// <summary>A block id stands inside the parentheses of a link.</summary>
    public static readonly DiagnosticRule IdInsideLink = new("KB017", Severity.Info, "Block id inside a link's parentheses");

    /// <summary>Blanks stand behind the opening parenthesis of a link, or before the closing one.</summary>
    public static readonly DiagnosticRule BlanksInLink = new("KB022", Severity.Info, "Blanks inside a link's parentheses");

    /// <summary>A link's text and address stand in the note, but its parenthesis is not closed.</summary>
    public static readonly DiagnosticRule UnclosedLink = new("KB035", Severity.Info, "Link that is not closed");

    /// <summary>A canvas is not JSON, or a base is not YAML.</summary>
    public static readonly DiagnosticRule Unreadable = new("KB020", Severity.Error, "Canvas or base that is not valid");

    /// <summary>A canvas or a base holds what the site does not show.</summary>
    public static readonly DiagnosticRule NotShown = new("KB021", Severity.Info, "Part of a canvas or base that is not supported");

    /// <summary>HTML that a page may not have: a script, a frame of a host that the owner did not name.</summary>
    public static readonly DiagnosticRule HtmlLeftOut = new("KB019", Severity.Warning, "HTML that is left out");
}
