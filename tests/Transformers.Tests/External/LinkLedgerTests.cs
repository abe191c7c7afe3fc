using System.Collections.Immutable;
using CsCheck;
using Transformers.External;
using Transformers.Tests.Support;
using Transformers.Text;

namespace Transformers.Tests.External;

public sealed class LinkLedgerTests
{
    private static readonly SourcePath Path = SourcePath.Parse(LinkLedger.FileName);

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 40].Select(day => new DateOnly(2026, 1, 1).AddDays(day));

    private static readonly Gen<string> Url = Gen.OneOf("https://a.org/", "https://a.org/x?y=1&z", "http://b.org:8080/%20", "https://xn--bcher-kva.example/", "https://[::1]/", "https://a.org/now=x");

    private static readonly Gen<LinkRecord> Record = Gen.Select(
        Url, Gen.Enum<LinkState>(), Day, Gen.OneOf("200", "404", "no-host", "timeout"), Day.Nullable(), Gen.Select(Gen.Bool, Gen.Int[1, 9], Day).Select(f => new FailedDays(f.Item1, f.Item2, f.Item3)).Null(), Url.Null(),
        (url, state, asked, cause, ok, failed, now) => new LinkRecord(url, state, asked, cause) { LastOk = ok, Failed = failed, NewAddress = now });

    private static readonly Gen<LinkLedger> Ledger = Gen.Select(Record.Array[0, 8], Gen.OneOf("what is this", "# a remark", "https://a.org/ fine", "").Array[0, 3], (records, unread) =>
        Parse(string.Concat(records.Select(record => record.ToString()).Concat(unread).Select(line => line + "\n"))));

    [Fact]
    public void A_line_can_be_read_by_a_person() =>
        Assert.Equal(
            "https://example.org/a gone asked=2026-11-25 answer=404 missing=3 since=2026-11-01 ok=2026-10-20",
            new LinkRecord("https://example.org/a", LinkState.Gone, new(2026, 11, 25), "404") { LastOk = new(2026, 10, 20), Failed = new(true, 3, new(2026, 11, 1)) }.ToString());

    [Fact]
    public void What_is_written_is_read_again() =>
        Ledger.Sample(ledger =>
        {
            var again = Parse(ledger.ToString());
            Assert.Equal(ledger.Records.Values, again.Records.Values);
            Assert.Equal(ledger.Unread, again.Unread);
            Assert.Equal(ledger.ToString(), again.ToString());
        });

    [Fact]
    public void A_record_is_its_line() => Record.Sample(record => Assert.Equal(record, LinkRecord.Parse(record.ToString())));

    [Fact]
    public void Two_ledgers_put_together_line_by_line_in_any_order_are_both_as_one() =>
        Gen.Select(Ledger, Ledger, Gen.Int).Sample((one, other, seed) =>
        {
            var lines = (one.ToString() + other).Split('\n');
            new Random(seed).Shuffle(lines);

            Assert.Equal(one.With(other).ToString(), Parse(string.Join('\n', lines)).ToString());
            Assert.Equal(one.With(other).ToString(), other.With(one).ToString());
            Assert.Equal(one.ToString(), one.With(one).ToString());
        });

    [Fact]
    public void Putting_together_three_ledgers_does_not_depend_on_which_two_are_first() =>
        Gen.Select(Ledger, Ledger, Ledger).Sample((a, b, c) => Assert.Equal(a.With(b).With(c).ToString(), a.With(b.With(c)).ToString()));

    [Fact]
    public void Lines_stand_in_ordinal_order() =>
        Ledger.Sample(ledger =>
        {
            var lines = ledger.ToString().TrimEnd('\n').Split('\n')[1..];
            Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        });

    [Fact]
    public void Any_text_is_read_and_no_line_of_it_is_lost() =>
        NastyText.Any.Sample(text =>
        {
            var kept = Parse(text).ToString().Split('\n');
            Assert.All(text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0), line => Assert.Contains(line, kept));
        });

    [Theory]
    [InlineData("https://a.org/ fine asked=2026-01-01 answer=200")]
    [InlineData("https://a.org/ ok asked=2026-02-30 answer=200")]
    [InlineData("https://a.org/ ok asked=2026-01-01")]
    [InlineData("https://a.org/ ok  asked=2026-01-01 answer=200")]
    [InlineData("https://a.org/ ok asked=2026-01-01 answer=200 more=1")]
    [InlineData("https://a.org/ ok asked=2026-01-01 asked=2026-01-01 answer=200")]
    [InlineData("https://a.org/ unknown asked=2026-01-01 answer=404 missing=-1 since=2026-01-01")]
    [InlineData("https://a.org/#part ok asked=2026-01-01 answer=200")]
    [InlineData("ftp://a.org/ ok asked=2026-01-01 answer=200")]
    [InlineData("https://a.org/ moved asked=2026-01-01 answer=301 now=javascript:alert(1)")]
    public void A_line_that_says_nothing_is_reported_and_stays(string line)
    {
        var site = TestSite.Of(("a.md", ""), (LinkLedger.FileName, $"# by hand\r\n{line}\r\n"));

        Assert.Equal(["transformers.links:2:1: warning KB034: This line can't be read; mend it, or remove it so that the link is asked anew."], site.Messages);
        Assert.Contains(line + "\n", Parse(line).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_marks_of_a_merge_are_reported_and_go_while_both_sides_stay()
    {
        const string Text = "<<<<<<< HEAD\nhttps://a.org/ ok asked=2026-01-02 answer=200 ok=2026-01-02\n||||||| base\n=======\nhttps://a.org/ unknown asked=2026-01-03 answer=404 missing=1 since=2026-01-03 ok=2026-01-01\nhttps://b.org/ ok asked=2026-01-01 answer=200 ok=2026-01-01\n>>>>>>> other\n";

        Assert.Equal(
            new[] { 1, 3, 4, 7 }.Select(line => $"transformers.links:{line}:1: warning KB034: A merge left its mark; remove it, or run 'check --external', which puts both sides together."),
            TestSite.Of(("a.md", ""), (LinkLedger.FileName, Text)).Messages);
        Assert.Equal(
            ["https://a.org/ unknown asked=2026-01-03 answer=404 missing=1 since=2026-01-03 ok=2026-01-01", "https://b.org/ ok asked=2026-01-01 answer=200 ok=2026-01-01"],
            Parse(Text).ToString().TrimEnd('\n').Split('\n')[1..]);
    }

    [Fact]
    public void A_link_that_is_there_rests_for_a_week_and_others_are_asked_each_time_those_never_asked_first()
    {
        var ledger = Parse("""
            https://a.org/ok ok asked=2026-01-03 answer=200 ok=2026-01-03
            https://a.org/ok-since-long ok asked=2026-01-02 answer=200 ok=2026-01-02
            https://a.org/blocked blocked asked=2026-01-09 answer=403
            https://a.org/moved moved asked=2026-01-08 answer=301 ok=2026-01-08 now=https://b.org/
            https://a.org/unknown unknown asked=2026-01-09 answer=timeout silent=1 since=2026-01-09
            https://a.org/gone gone asked=2026-01-01 answer=404 missing=3 since=2025-01-01
            https://a.org/of-the-future ok asked=2027-01-01 answer=200 ok=2027-01-01

            """);

        Assert.Equal(
            ["https://new.org/", "https://a.org/gone", "https://a.org/ok-since-long", "https://a.org/unknown", "https://a.org/of-the-future"],
            ledger.Due(["https://new.org/", .. ledger.Records.Keys], new(2026, 1, 9)));
    }

    [Fact]
    public void A_link_that_left_the_vault_is_forgotten_and_one_that_was_not_asked_is_not()
    {
        var ledger = Parse("https://a.org/ ok asked=2026-01-01 answer=200 ok=2026-01-01\nhttps://b.org/ ok asked=2026-01-01 answer=200 ok=2026-01-01\nby hand\n");

        var after = ledger.After(["https://b.org/", "https://c.org/"], ImmutableDictionary<string, LinkAnswer>.Empty.Add("https://c.org/", new(AnswerKind.Blocked, "403")), new(2026, 1, 5));

        Assert.Equal(
            ["by hand", "https://b.org/ ok asked=2026-01-01 answer=200 ok=2026-01-01", "https://c.org/ blocked asked=2026-01-05 answer=403"],
            after.ToString().TrimEnd('\n').Split('\n')[1..]);
    }

    [Fact]
    public void The_ledger_is_no_attachment() =>
        Assert.DoesNotContain(LinkLedger.FileName, TestSite.Of(new Vaults.Configuration { PublishesAllAttachments = true }, ("a.md", "[[transformers.links]]"), (LinkLedger.FileName, "")).Files.Keys);

    private static LinkLedger Parse(string text) => LinkLedger.Parse(new SourceFile(Path, text)).Value;
}
