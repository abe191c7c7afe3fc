namespace Transformers.External;

/// <summary>What came of asking a link once.</summary>
/// <param name="Kind">What it says about the link.</param>
/// <param name="Cause">The last status, such as <c>404</c>, or a word of <see cref="External.Cause"/>; of a moved link the status of its first redirect.</param>
/// <param name="NewAddress">Of a moved link the address that it has now, as <see cref="AskedAddress"/> spells it; else null.</param>
public sealed record LinkAnswer(AnswerKind Kind, string Cause, string? NewAddress = null);

/// <summary>What an answer says about a link.</summary>
public enum AnswerKind
{
    /// <summary>It is there.</summary>
    Ok,

    /// <summary>Permanent redirects lead to where it is.</summary>
    Moved,

    /// <summary>The server does not want to be asked.</summary>
    Blocked,

    /// <summary>The server says that it is not there, or there is no such host.</summary>
    Missing,

    /// <summary>Nothing came back that makes sense.</summary>
    Silent,

    /// <summary>Something came back from which nothing follows.</summary>
    Odd,
}

/// <summary>Why there was no status.</summary>
internal static class Cause
{
    /// <summary>The name system knows no such host.</summary>
    public const string NoHost = "no-host";

    /// <summary>The name system did not answer.</summary>
    public const string Names = "names";

    /// <summary>No connection was made.</summary>
    public const string Refused = "refused";

    /// <summary>The answer took too long.</summary>
    public const string Timeout = "timeout";

    /// <summary>No secure connection could be agreed on: a certificate that is not valid, a server that does not speak TLS.</summary>
    public const string Tls = "tls";

    /// <summary>The connection broke off, or what came was no HTTP.</summary>
    public const string Broken = "broken";

    /// <summary>The proxy did not make the connection.</summary>
    public const string Proxy = "proxy";

    /// <summary>The host is in a private network.</summary>
    public const string Private = "private";

    /// <summary>The host wants to be left alone for longer than anybody waits.</summary>
    public const string Busy = "busy";

    /// <summary><c>robots.txt</c> asks programs to stay away.</summary>
    public const string Robots = "robots";

    /// <summary>A redirect leads to nothing that can be asked.</summary>
    public const string Redirect = "redirect";

    /// <summary>Redirects lead in a circle, or on and on.</summary>
    public const string Redirects = "redirects";

    /// <summary>True where no server answered, which is what a machine without a network sees of every host.</summary>
    public static bool IsOfNetwork(string cause) => cause is NoHost or Names or Refused or Timeout or Tls or Broken or Proxy;

    /// <summary>What happened, as the end of a sentence about the link.</summary>
    public static string Describe(string cause) => cause switch
    {
        NoHost => "its host does not exist",
        Names => "the name of its host can't be looked up",
        Refused => "no connection can be made",
        Timeout => "it takes too long to answer",
        Tls => "no secure connection can be made",
        Broken => "the connection breaks off",
        _ => $"it answers {cause}",
    };
}
