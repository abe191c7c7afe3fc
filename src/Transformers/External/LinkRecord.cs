using System.Globalization;
using System.Text;

namespace Transformers.External;

/// <summary>What is remembered of one outside link: a line of the ledger.</summary>
/// <param name="Url">As <see cref="AskedAddress"/> spells it.</param>
/// <param name="State">What is thought of it.</param>
/// <param name="Asked">The day on which it last was asked, in UTC.</param>
/// <param name="Cause">What it answered then: a status, or a word for why there was none.</param>
public sealed record LinkRecord(string Url, LinkState State, DateOnly Asked, string Cause)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The day on which it last was there; null for never.</summary>
    public DateOnly? LastOk { get; init; }

    /// <summary>The days on which it was not there since it last was; null where it is.</summary>
    public FailedDays? Failed { get; init; }

    /// <summary>Where it is now, as <see cref="AskedAddress"/> spells it, if that is elsewhere.</summary>
    public string? NewAddress { get; init; }

    /// <summary>What is to be remembered after one more answer.</summary>
    /// <param name="before">What is remembered; null for a link that is new.</param>
    /// <param name="url">The link.</param>
    /// <param name="answer">What it answers.</param>
    /// <param name="today">The day, in UTC.</param>
    public static LinkRecord After(LinkRecord? before, string url, LinkAnswer answer, DateOnly today)
    {
        var isThere = answer.Kind is AnswerKind.Ok or AnswerKind.Moved;
        var failed = isThere ? null : FailedDays.After(before, answer.Kind, today);
        var state = answer.Kind switch
        {
            AnswerKind.Ok => LinkState.Ok,
            AnswerKind.Moved => LinkState.Moved,
            AnswerKind.Blocked => LinkState.Blocked,
            AnswerKind.Missing or AnswerKind.Silent when failed!.AreEnough(today) => LinkState.Gone,
            _ => before?.State == LinkState.Gone ? LinkState.Gone : LinkState.Unknown,
        };
        return new(url, state, today, answer.Cause) { LastOk = isThere ? today : before?.LastOk, Failed = failed, NewAddress = answer.NewAddress };
    }

    /// <summary>The line without its end: the address, the state, and what is known besides, as <c>name=value</c>.</summary>
    public override string ToString()
    {
        var line = new StringBuilder($"{Url} {NameOf(State)} asked={Written(Asked)} answer={Cause}");
        if (Failed is var (isMissing, days, since)) line.Append(CultureInfo.InvariantCulture, $" {(isMissing ? "missing" : "silent")}={days} since={Written(since)}");
        if (LastOk is { } ok) line.Append(CultureInfo.InvariantCulture, $" ok={Written(ok)}");
        if (NewAddress is not null) line.Append(CultureInfo.InvariantCulture, $" now={NewAddress}");
        return line.ToString();
    }

    /// <summary>Reads a line; null for one that says nothing.</summary>
    public static LinkRecord? Parse(string line)
    {
        if (line.Split(' ') is not [var url, var name, .. var rest] || AskedAddress.Of(url) != url) return null;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in rest)
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !fields.TryAdd(field[..equals], field[(equals + 1)..])) return null;
        }

        foreach (var state in Enum.GetValues<LinkState>())
        {
            // What a line says is all understood, or none of it: nothing that it says may be lost when it is written anew.
            if (NameOf(state) == name && Of(url, state, fields) is { } record && record.ToString() == line) return record;
        }

        return null;
    }

    private static LinkRecord? Of(string url, LinkState state, Dictionary<string, string> fields)
    {
        if (Date("asked") is not { } asked || !fields.TryGetValue("answer", out var cause) || cause.Length == 0) return null;
        var isMissing = fields.TryGetValue("missing", out var days);
        FailedDays? failed = null;
        if (isMissing || fields.TryGetValue("silent", out days))
        {
            if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || Date("since") is not { } since) return null;
            failed = new(isMissing, count, since);
        }

        return new(url, state, asked, cause) { LastOk = Date("ok"), Failed = failed, NewAddress = fields.TryGetValue("now", out var now) && AskedAddress.Of(now) == now ? now : null };

        DateOnly? Date(string name) =>
            fields.TryGetValue(name, out var text) && DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>The state's name: lower case.</summary>
    internal static string NameOf(LinkState state) => state switch
    {
        LinkState.Ok => "ok",
        LinkState.Moved => "moved",
        LinkState.Blocked => "blocked",
        LinkState.Gone => "gone",
        _ => "unknown",
    };

    private static string Written(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);
}
