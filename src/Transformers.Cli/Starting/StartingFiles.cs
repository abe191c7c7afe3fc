namespace Transformers.Cli.Starting;

/// <summary>The files that a vault begins with, which the program carries with it.</summary>
internal static class StartingFiles
{
    /// <summary>What stands for the action where it is not known from which repository the program came.</summary>
    public const string UnknownAction = "OWNER/transformers@main";

    private const string GitHub = "https://github.com/";

    /// <summary>A file's text.</summary>
    /// <param name="name">Such as <c>index.md</c>.</param>
    /// <param name="values">What stands in place of <c>{name}</c>.</param>
    public static string Of(string name, params ReadOnlySpan<(string Name, string Value)> values)
    {
        using var reader = new StreamReader(typeof(StartingFiles).Assembly.GetManifestResourceStream($"starting/{name}")!);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        foreach (var (placeholder, value) in values) text = text.Replace($"{{{placeholder}}}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The action of the repository that the program was built from, at that commit; <see cref="UnknownAction"/> where the build knew none.</summary>
    public static string Action { get; } = ActionOf(About.Repository, About.Version);

    /// <summary>The action of a repository on GitHub.</summary>
    /// <param name="repository">Its address, or another one's, or null.</param>
    /// <param name="version">The version with the commit behind <c>+</c>; without one it is the main branch.</param>
    internal static string ActionOf(string? repository, string? version)
    {
        if (repository is null || !repository.StartsWith(GitHub, StringComparison.OrdinalIgnoreCase)) return UnknownAction;
        var name = repository[GitHub.Length..].TrimEnd('/');
        if (name.EndsWith(".git", StringComparison.Ordinal)) name = name[..^4];
        return $"{name}@{(version?.Split('+') is [_, var commit] ? commit : "main")}";
    }
}
