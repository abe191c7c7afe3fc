namespace Transformers.External;

/// <summary>The days on which a link was asked and was not there, up to now and without one between on which it was.</summary>
/// <remarks>
/// A server that is being mended answers 404, a network that is down answers nothing. So a link is gone only when it was missing on three
/// days of a week or more; and a link that does not answer at all, which its owner may not even know, only after three months.
/// </remarks>
/// <param name="AreMissing">True where the server says that the link is not there, or there is no such host; false where nothing answers.</param>
/// <param name="Count">How many days; at least 1.</param>
/// <param name="Since">The first of them, in UTC.</param>
public sealed record FailedDays(bool AreMissing, int Count, DateOnly Since)
{
    private const int LeastMissing = 3;
    private const int LeastSilent = 6;
    private const int DaysMissing = 7;
    private const int DaysSilent = 90;

    /// <summary>True where the link is taken for gone.</summary>
    /// <param name="today">The day, in UTC.</param>
    public bool AreEnough(DateOnly today)
    {
        var (count, days) = AreMissing ? (LeastMissing, DaysMissing) : (LeastSilent, DaysSilent);
        return Count >= count && today.DayNumber - Since.DayNumber >= days;
    }

    /// <summary>The days after one more answer that does not show the link.</summary>
    /// <param name="before">What is remembered.</param>
    /// <param name="answer">What the answer says.</param>
    /// <param name="today">The day, in UTC.</param>
    internal static FailedDays? After(LinkRecord? before, AnswerKind answer, DateOnly today)
    {
        var failed = before?.Failed;
        var isMissing = answer == AnswerKind.Missing;
        if (!isMissing && answer != AnswerKind.Silent) return failed;

        // Silence adds nothing to what a server said, and is forgotten once one speaks.
        if (failed is null || (isMissing && !failed.AreMissing)) return new(isMissing, 1, today);
        return failed.AreMissing == isMissing && before!.Asked < today ? failed with { Count = failed.Count + 1 } : failed;
    }
}
