using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Transformers.External;
using Transformers.External.Asking;
using Transformers.Publishing;

namespace Transformers.Cli;

/// <summary><c>check --external</c>: asks the outside links of a vault, and keeps what they answer in its ledger.</summary>
internal sealed class ExternalCheck
{
    /// <summary>How often what was learnt is kept while more is asked, so that not even a kill loses much.</summary>
    private static readonly TimeSpan Saving = TimeSpan.FromSeconds(10);

    /// <summary>How often something is said where there is no terminal.</summary>
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(30);

    private readonly VaultInput _input;
    private readonly Report _report;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly LinkLedger _before;
    private readonly ImmutableArray<string> _links;
    private readonly DateOnly _today;
    private readonly ConcurrentDictionary<string, LinkAnswer> _answers = new(StringComparer.Ordinal);
    private readonly Lock _saving = new();
    private long _saved;

    private ExternalCheck(VaultInput input, Report report)
    {
        (_input, _report) = (input, report);
        _before = LedgerOf(input);
        _links = [.. SiteBuilder.Read(input.Vault, input.Configuration).Value.Notes.SelectMany(note => note.OutsideLinks).Select(link => AskedAddress.Of(link.Url)).OfType<string>().Distinct(StringComparer.Ordinal)];
        _today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        _saved = _time.GetTimestamp();
    }

    private LinkLedger Now => _before.After(_links, _answers, _today);

    /// <summary>Asks what it is time to ask.</summary>
    /// <param name="input">The vault.</param>
    /// <param name="report">Told how it goes, and what came of it.</param>
    /// <param name="cancellation">Ends it; what was learnt is kept.</param>
    /// <returns>The vault with its new ledger.</returns>
    /// <exception cref="PublishException">The ledger can't be written.</exception>
    /// <exception cref="UnusableInputException">The ledger can't be read.</exception>
    public static VaultInput Run(VaultInput input, Report report, CancellationToken cancellation)
    {
        var check = new ExternalCheck(input, report);
        check.Ask(cancellation);
        return input with { Vault = input.Vault.With(LedgerReader.Path, Encoding.UTF8.GetBytes(check.Now.ToString())) };
    }

    private static LinkLedger LedgerOf(VaultInput input)
    {
        var ledger = LedgerReader.Read(input.Vault);
        if (ledger.Value is null && !ledger.Diagnostics.IsEmpty) throw new UnusableInputException($"no link was asked, as what they answered before can't be read; mend the file or remove it.\n{string.Join('\n', ledger.Diagnostics)}");
        return ledger.Value ?? LinkLedger.Empty;
    }

    private void Ask(CancellationToken cancellation)
    {
        var due = _before.Due(_links, _today);
        using var survey = new LinkSurvey(AskingLimits.Default, About.UserAgent, _input.Configuration.AsksIntranet, _time);
        try
        {
            _report.WithProgress(
                () => string.Create(CultureInfo.InvariantCulture, $"Asking outside links: {_answers.Count:N0} of {due.Length:N0}, {Report.Many(survey.HostsLeft, "host")} to go"),
                () => survey.AskAsync(due, (link, answer) => Learn(link, answer, survey), cancellation),
                Telling);
        }
        finally
        {
            if (survey.IsWithoutNetwork) _answers.Clear();
            Save();
        }

        if (survey.IsWithoutNetwork) _report.Remark($"No outside link could be reached, so nothing was learnt of the {due.Length.ToString("N0", CultureInfo.InvariantCulture)} that were to be asked. Is there a network?");
        else Summarise(due.Length);
    }

    private void Learn(string link, LinkAnswer answer, LinkSurvey survey)
    {
        _answers[link] = answer;
        lock (_saving)
        {
            if (_time.GetElapsedTime(_saved) < Saving || survey.IsWithoutNetwork) return;
            Save();
            _saved = _time.GetTimestamp();
        }
    }

    private void Save()
    {
        var file = _input.FileOf(LedgerReader.Path);
        var now = Now;
        if (!file.Exists && now.Records.IsEmpty) return;
        var bytes = Encoding.UTF8.GetBytes(now.ToString());
        if (!file.Exists) WholeFile.Write(file, bytes);
        else if (!File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(bytes)) WholeFile.Rewrite(file, bytes);
    }

    private void Summarise(int due)
    {
        var known = Now.Records;
        var states = string.Join(", ", Enum.GetValues<LinkState>().Select(state => string.Create(CultureInfo.InvariantCulture, $"{known.Values.Count(record => record.State == state):N0} {LinkRecord.NameOf(state)}")));
        var rest = _links.Length - due;
        _report.Remark(string.Create(CultureInfo.InvariantCulture, $"{Report.Many(_links.Length, "outside link")}: {states}{(known.Count < _links.Length ? $", {_links.Length - known.Count:N0} never asked" : "")}."));
        _report.Remark(string.Create(
            CultureInfo.InvariantCulture,
            $"{_answers.Count:N0} asked now{(rest > 0 ? $", {rest:N0} not again within a week" : "")}{(due > _answers.Count ? $", {due - _answers.Count:N0} left for the next run" : "")}. {LinkLedger.FileName} remembers what they answered."));
        foreach (var record in known.Values.Where(record => record.State is LinkState.Unknown or LinkState.Blocked)) _report.Detail(Ink.Safe(record.ToString()));
    }
}
