using Transformers.Vaults;

namespace Transformers.Parsing;

/// <summary>What Obsidian's own settings of a vault, <c>.obsidian/app.json</c>, say of how its notes are read.</summary>
public static class ObsidianSettings
{
    /// <summary>The configuration of a vault that has none of its own. What Obsidian could not read either says nothing.</summary>
    /// <param name="text">The file's text; null where there is none.</param>
    public static Configuration Read(string? text)
    {
        try
        {
            var isStrict = Json.ReadMapping(text ?? "").Items.Any(item => item is { Key.Value: "strictLineBreaks", Value: YamlNode.Scalar { IsPlain: true, Value: "true" } });
            return Configuration.Default with { StrictLineBreaks = isStrict };
        }
        catch (InvalidJsonException)
        {
            return Configuration.Default;
        }
    }
}
