using System.Reflection;

namespace Transformers.Cli;

/// <summary>What the program knows of itself.</summary>
internal static class About
{
    /// <summary>The version, with the commit behind <c>+</c> where the build knew it.</summary>
    public static string? Version { get; } = typeof(About).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>The address of the repository that it was built from; null where the build knew none.</summary>
    public static string? Repository { get; } = typeof(About).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(about => about.Key == "RepositoryUrl")?.Value;

    /// <summary>Who servers are told that is asking (RFC 9110, 10.1.5).</summary>
    public static string UserAgent { get; } = $"Transformers/{Version?.Split('+')[0] ?? "0"} ({(Repository?.StartsWith("http", StringComparison.Ordinal) == true ? $"+{Repository}; " : "")}looks for dead links)";
}
