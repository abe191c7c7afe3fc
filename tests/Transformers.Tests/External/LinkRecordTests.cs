using CsCheck;
using Transformers.External;

namespace Transformers.Tests.External;

public sealed class LinkRecordTests
{
    private const string Url = "https://a.org/";
    private static readonly DateOnly Start = new(2026, 1, 1);
    private static readonly LinkAnswer Ok = new(AnswerKind.Ok, "200");
    private static readonly LinkAnswer Moved = new(AnswerKind.Moved, "301", "https://b.org/");
    private static readonly LinkAnswer Blocked = new(AnswerKind.Blocked, "403");
    private static readonly LinkAnswer Missing = new(AnswerKind.Missing, "404");
    private static readonly LinkAnswer Silent = new(AnswerKind.Silent, "timeout");
    private static readonly LinkAnswer Odd = new(AnswerKind.Odd, "503");

    private static readonly Gen<(int Day, LinkAnswer Answer)[]> History =
        Gen.Select(Gen.Int[0, 20], Gen.OneOf(Ok, Moved, Blocked, Missing, Silent, Odd)).Array[1, 30].Select(steps =>
        {
            var day = 0;
            return steps.Select(step => (day += step.Item1, step.Item2)).ToArray();
        });

    [Fact]
    public void No_link_is_gone_but_after_three_days_without_it_over_a_week() =>
        History.Sample(history =>
        {
            var lastThere = Array.FindLastIndex(history, step => step.Answer.Kind is AnswerKind.Ok or AnswerKind.Moved);
            var failed = history[(lastThere + 1)..].Where(step => step.Answer.Kind is AnswerKind.Missing or AnswerKind.Silent).Select(step => step.Day).Distinct().ToArray();

            if (After(history)!.State == LinkState.Gone) Assert.True(failed.Length >= 3 && failed[^1] - failed[0] >= 7);
        });

    [Fact]
    public void A_link_that_is_there_is_never_gone_whatever_was_before() =>
        History.Sample(history => Assert.Equal(
            [(LinkState.Ok, null), (LinkState.Moved, "https://b.org/")],
            new[] { Ok, Moved }.Select(answer => After([.. history, (500, answer)])!).Select(record => (record.State, record.NewAddress))));

    [Theory]
    [InlineData("0", LinkState.Unknown)]
    [InlineData("0 7", LinkState.Unknown)]
    [InlineData("0 1 2", LinkState.Unknown)]
    [InlineData("0 0 7 7 7", LinkState.Unknown)]
    [InlineData("0 1 7", LinkState.Gone)]
    [InlineData("0 7 14", LinkState.Gone)]
    [InlineData("0 1 2 3 7", LinkState.Gone)]
    public void A_link_is_gone_when_it_was_missing_on_three_days_of_a_week_or_more(string days, LinkState expected) =>
        Assert.Equal(expected, After([.. days.Split(' ').Select(day => (int.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Missing))])!.State);

    [Theory]
    [InlineData(5, 30, LinkState.Unknown)]
    [InlineData(12, 8, LinkState.Unknown)]
    [InlineData(6, 18, LinkState.Gone)]
    public void A_link_that_does_not_answer_is_gone_after_three_months(int times, int daysBetween, LinkState expected) =>
        Assert.Equal(expected, After([.. Enumerable.Range(0, times).Select(i => (i * daysBetween, Silent))])!.State);

    [Fact]
    public void What_says_nothing_about_a_link_does_not_count_against_it()
    {
        Assert.Equal(LinkState.Unknown, After([.. Enumerable.Range(0, 50).Select(i => (i * 10, Odd))])!.State);
        Assert.Equal(LinkState.Blocked, After([.. Enumerable.Range(0, 50).Select(i => (i * 10, Blocked))])!.State);
        Assert.Equal(new FailedDays(true, 2, Start), After([(0, Missing), (1, Blocked), (2, Odd), (3, Silent), (4, Missing)])!.Failed);
    }

    [Fact]
    public void Silence_is_forgotten_once_a_server_says_that_the_link_is_missing() =>
        Assert.Equal(new FailedDays(true, 1, Start.AddDays(200)), After([(0, Silent), (100, Silent), (200, Missing)])!.Failed);

    [Fact]
    public void What_is_gone_stays_gone_while_nothing_shows_it() =>
        Assert.Equal(LinkState.Gone, After([(0, Missing), (7, Missing), (14, Missing), (15, Silent), (16, Odd)])!.State);

    [Fact]
    public void It_is_remembered_when_a_link_last_was_there() =>
        Assert.Equal(Start.AddDays(3), After([(0, Ok), (3, Moved), (4, Missing), (5, Blocked)])!.LastOk);

    private static LinkRecord? After(IEnumerable<(int Day, LinkAnswer Answer)> history) =>
        history.Aggregate((LinkRecord?)null, (record, step) => LinkRecord.After(record, Url, step.Answer, Start.AddDays(step.Day)));
}
