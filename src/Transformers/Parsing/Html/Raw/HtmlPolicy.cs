using Transformers.Vaults;

namespace Transformers.Parsing.Html.Raw;

/// <summary>What HTML the notes of a vault may bring.</summary>
/// <param name="configuration">The owner's decisions.</param>
internal sealed class HtmlPolicy(Configuration configuration)
{
    /// <summary>What the owner decided.</summary>
    public Configuration Configuration => configuration;

    /// <summary>The allow-list of attributes.</summary>
    public TagSanitizer Sanitizer { get; } = new();
}
