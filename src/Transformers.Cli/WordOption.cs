using System.CommandLine;

namespace Transformers.Cli;

/// <summary>Options that take one of a few words, each for a value of an enumeration. Case does not matter.</summary>
internal static class WordOption
{
    /// <summary>Makes one whose help names the words as one types them; numbers are none.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="values">What may be chosen.</param>
    /// <param name="byDefault">Stands where the option is left out; one of the values.</param>
    /// <param name="aliases">Other names, with their dashes.</param>
    public static Option<string> Of<T>(string name, string description, T[] values, T byDefault, params string[] aliases)
        where T : struct, Enum
    {
        string[] words = [.. values.Select(WordOf)];
        Option<string> option = new(name, aliases) { Description = description, HelpName = string.Join('|', words), DefaultValueFactory = _ => WordOf(byDefault) };
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var written }] && !words.Contains(written, StringComparer.OrdinalIgnoreCase)) result.AddError($"'{written}' does not suit '{name} <{option.HelpName}>'.");
        });
        return option;
    }

    /// <summary>The value that was chosen.</summary>
    public static T ValueOf<T>(this ParseResult args, Option<string> option)
        where T : struct, Enum => Enum.Parse<T>(args.GetRequiredValue(option), ignoreCase: true);

    private static string WordOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
