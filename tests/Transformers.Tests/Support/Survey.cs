using System.Collections.Concurrent;
using Transformers.External;
using Transformers.External.Asking;

namespace Transformers.Tests.Support;

/// <summary>Asks links of servers on loopback.</summary>
internal static class Survey
{
    public const string UserAgent = "Transformers/test (+https://example.org/)";

    /// <summary>No more patience than a test has.</summary>
    public static AskingLimits Limits { get; } = new() { Pace = TimeSpan.Zero, BackOff = TimeSpan.FromMilliseconds(1), MostWait = TimeSpan.FromSeconds(5) };

    /// <summary>What one link answers.</summary>
    public static async Task<LinkAnswer> Ask(string link, AskingLimits? limits = null) => (await AskAll([link], limits))[link];

    /// <summary>What links answer, those that were asked.</summary>
    public static async Task<IReadOnlyDictionary<string, LinkAnswer>> AskAll(IEnumerable<string> links, AskingLimits? limits = null, bool asksPrivate = true)
    {
        var answers = new ConcurrentDictionary<string, LinkAnswer>(StringComparer.Ordinal);
        using var survey = new LinkSurvey(limits ?? Limits, UserAgent, asksPrivate, TimeProvider.System);
        await survey.AskAsync([.. links], (link, answer) => Assert.True(answers.TryAdd(link, answer)), TestContext.Current.CancellationToken);
        return answers;
    }
}
