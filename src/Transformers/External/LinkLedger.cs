using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Text;

namespace Transformers.External;

/// <summary>What a vault remembers of its outside links: <c>transformers.links</c> at its root, a line a link, in ordinal order.</summary>
/// <remarks>
/// Two ledgers can be put together line by line, in any order and with lines twice: of one link the line that was written last counts.
/// So git may join them by itself (<c>merge=union</c>).
/// </remarks>
/// <param name="Records">What is remembered, by address.</param>
/// <param name="Unread">Lines that say nothing to this program, without their ends. They stay in the file until somebody mends them.</param>
public sealed record LinkLedger(ImmutableSortedDictionary<string, LinkRecord> Records, ImmutableArray<string> Unread)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "transformers.links";

    /// <summary>A vault that remembers nothing.</summary>
    public static LinkLedger Empty { get; } = new(ImmutableSortedDictionary.Create<string, LinkRecord>(StringComparer.Ordinal), []);

    /// <summary>The days for which a link that is there, or does not want to be asked, is left alone.</summary>
    private const int DaysOfRest = 7;

    private const string Comment = "# What outside links answered. 'transformers check --external' writes this file; keep it with the notes.";

    /// <summary>Reads the file.</summary>
    /// <returns>What its lines say, and <c>KB034</c> for each of those that say nothing.</returns>
    public static StageResult<LinkLedger> Parse(SourceFile file)
    {
        var records = Empty.Records.ToBuilder();
        var unread = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var found = new FindingList();
        var lines = file.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line == Comment) continue;
            if (LinkRecord.Parse(line) is { } record)
            {
                records[record.Url] = records.TryGetValue(record.Url, out var other) ? Later(record, other) : record;
                continue;
            }

            var isConflict = IsConflictMarker(line);
            if (!isConflict) unread.Add(line);
            if (isConflict || line[0] != '#') found.Add(ExternalRules.Unreadable.At(file.Path, new(i + 1, 1, i + 1, line.Length + 1), MessageFor(isConflict)));
        }

        return new(new(records.ToImmutable(), [.. unread]), found.ToImmutable());
    }

    /// <summary>Both ledgers as one.</summary>
    public LinkLedger With(LinkLedger other) => new(
        Records.SetItems(other.Records.Values.Select(record => KeyValuePair.Create(record.Url, Records.TryGetValue(record.Url, out var own) ? Later(own, record) : record))),
        [.. Unread.Union(other.Unread, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>The links that it is time to ask: those that never were asked first, then those that were not for longest.</summary>
    /// <param name="urls">Links, as <see cref="AskedAddress"/> spells them, each once.</param>
    /// <param name="today">The day, in UTC.</param>
    internal ImmutableArray<string> Due(IEnumerable<string> urls, DateOnly today) =>
    [
        .. from url in urls
           let record = Records.GetValueOrDefault(url)
           where record is null || !IsResting(record, today)
           orderby record?.Asked, url
           select url,
    ];

    /// <summary>The ledger after links were asked; what is no link of the vault any more is forgotten.</summary>
    /// <param name="urls">All links of the vault.</param>
    /// <param name="answers">What was answered, by link.</param>
    /// <param name="today">The day, in UTC.</param>
    internal LinkLedger After(IEnumerable<string> urls, IReadOnlyDictionary<string, LinkAnswer> answers, DateOnly today)
    {
        var records = Empty.Records.ToBuilder();
        foreach (var url in urls)
        {
            var before = Records.GetValueOrDefault(url);
            var now = answers.TryGetValue(url, out var answer) ? LinkRecord.After(before, url, answer, today) : before;
            if (now is not null) records[url] = now;
        }

        return this with { Records = records.ToImmutable() };
    }

    /// <summary>The text of the file.</summary>
    public override string ToString() =>
        string.Concat(Records.Values.Select(record => record.ToString()).Concat(Unread).Order(StringComparer.Ordinal).Prepend(Comment).Select(line => line + "\n"));

    private static bool IsResting(LinkRecord record, DateOnly today) =>
        record.State is LinkState.Ok or LinkState.Moved or LinkState.Blocked && today.DayNumber - record.Asked.DayNumber is >= 0 and < DaysOfRest;

    // A total order, so that it does not matter which ledger is put to which.
    private static LinkRecord Later(LinkRecord one, LinkRecord other)
    {
        var order = one.Asked.CompareTo(other.Asked);
        if (order == 0) order = string.CompareOrdinal(one.ToString(), other.ToString());
        return order >= 0 ? one : other;
    }

    private static bool IsConflictMarker(string line) =>
        line.Length >= 7 && line[0] is '<' or '=' or '>' or '|' && line.AsSpan(0, 7).IndexOfAnyExcept(line[0]) < 0 && (line.Length == 7 || line[7] == ' ');

    private static string MessageFor(bool isConflict) => isConflict
        ? "A merge left its mark; remove it, or run 'check --external', which puts both sides together."
        : "This line can't be read; mend it, or remove it so that the link is asked anew.";
}
