using System.Globalization;

namespace Transformers.External.Asking;

/// <summary>What came back for one request.</summary>
/// <param name="Status">The status code; 0 where there was none.</param>
/// <param name="Word">The status in digits, or a word of <see cref="Cause"/>.</param>
internal sealed record Reply(int Status, string Word)
{
    /// <summary>Where a redirect leads, absolute; null where it does not say, or says nonsense.</summary>
    public Uri? Location { get; init; }

    /// <summary>How long a busy server wants to be left alone; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the body holds, if that was asked for.</summary>
    public string Text { get; init; } = "";

    /// <summary>A reply with a status.</summary>
    public static Reply Of(int status) => new(status, status.ToString(CultureInfo.InvariantCulture));

    /// <summary>A reply that did not come.</summary>
    /// <param name="cause">A word of <see cref="Cause"/>.</param>
    public static Reply None(string cause) => new(0, cause);

    /// <summary>True for success.</summary>
    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>True for a redirect to another address.</summary>
    public bool IsRedirect => Status is 301 or 302 or 303 or 307 or 308;

    /// <summary>True for a redirect that stays (RFC 9110, 15.4).</summary>
    public bool IsPermanent => Status is 301 or 308;

    /// <summary>True where the server may only not like <c>HEAD</c>, as many don't.</summary>
    public bool WantsGet => Status is 400 or 403 or 404 or 405 or 406 or 410 or >= 500 || Word is Cause.Timeout or Cause.Broken;

    /// <summary>True for what may be better a moment later.</summary>
    public bool IsPassing => Status is 429 or (>= 500 and < 600) || Word is Cause.Timeout or Cause.Refused or Cause.Broken or Cause.Names;

    /// <summary>What it says about the link for which it is the last word.</summary>
    public LinkAnswer ToAnswer()
    {
        var kind = (Status, Word) switch
        {
            ( >= 200 and < 300, _) => AnswerKind.Ok,
            (404 or 410, _) or (_, Cause.NoHost) => AnswerKind.Missing,
            (401 or 402 or 403 or 407 or 429 or 451 or 999, _) => AnswerKind.Blocked,

            // Servers say it of their own state, and to programs that they don't like.
            (503, _) => AnswerKind.Odd,
            ( >= 500 and < 600, _) or (_, Cause.Timeout or Cause.Refused or Cause.Tls or Cause.Broken or Cause.Names) => AnswerKind.Silent,
            _ => AnswerKind.Odd,
        };
        return new(kind, Word);
    }
}
