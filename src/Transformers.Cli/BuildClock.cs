using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Transformers.Linking;
using Transformers.Rendering;
using Transformers.Text;

namespace Transformers.Cli;

/// <summary>What a build is doing, and where its time went. It begins to run when it is made.</summary>
/// <remarks>It is told from any thread, and asked from any.</remarks>
internal sealed class BuildClock : IProgress<BuildStep>, IProgress<SiteFile>, IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<(string Name, TimeSpan From)> _stages = [("Listing", TimeSpan.Zero)];
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<string, (int Files, TimeSpan Time)> _parts = new(StringComparer.Ordinal);
    private readonly ThreadLocal<TimeSpan> _lastFile;
    private int _done;
    private int _of;

    /// <summary>A clock that runs.</summary>
    public BuildClock() => _lastFile = new(() => _time.Elapsed);

    /// <summary>The time since it was made.</summary>
    public TimeSpan Elapsed => _time.Elapsed;

    /// <summary>What is being done now, as in <c>Reading 3,214 of 10,000</c>.</summary>
    public string Now
    {
        get
        {
            lock (_lock) return string.Create(CultureInfo.InvariantCulture, $"{_stages[^1].Name}{(_of > 0 ? $" {_done:N0} of {_of:N0}" : "")}");
        }
    }

    /// <summary>Begins to compare the vault and the site with what the last build made of them.</summary>
    public void BeginComparing()
    {
        lock (_lock) Begin("Comparing", 0);
    }

    /// <summary>Begins to write that many files.</summary>
    public void BeginWriting(int files)
    {
        lock (_lock) Begin("Writing", files);
    }

    /// <inheritdoc/>
    public void Report(BuildStep value)
    {
        var name = value.Stage.ToString();
        lock (_lock)
        {
            if (_stages[^1].Name != name) Begin(name, value.Of);
            _done = Math.Max(_done, value.Done);
        }
    }

    /// <inheritdoc/>
    public void Report(SiteFile value)
    {
        var (since, now) = (_lastFile.Value, _time.Elapsed);
        _lastFile.Value = now;
        _parts.AddOrUpdate(PartOf(value.Address), (1, now - since), (_, part) => (part.Files + 1, part.Time + (now - since)));
        lock (_lock) _done++;
    }

    /// <summary>Where the time went, a line a stage, then a line for each part of the site.</summary>
    public IEnumerable<string> Lines()
    {
        (string Name, TimeSpan From)[] stages;
        lock (_lock) stages = [.. _stages, ("", _time.Elapsed)];
        foreach (var (stage, next) in stages.Zip(stages.Skip(1))) yield return Line(stage.Name, next.From - stage.From, "");
        foreach (var (name, part) in _parts.OrderByDescending(part => part.Value.Time)) yield return Line("  " + name, part.Time, $"  {Cli.Report.Many(part.Files, "file")}");
    }

    /// <inheritdoc/>
    public void Dispose() => _lastFile.Dispose();

    private void Begin(string stage, int of)
    {
        _stages.Add((stage, _time.Elapsed));
        (_done, _of) = (0, of);
    }

    private static string PartOf(SiteAddress address) =>
        AddressAssigner.OwnPages.FirstOrDefault(part => address.Value.StartsWith(part, StringComparison.Ordinal)) ?? (address.IsPage ? "notes and folders" : "other files");

    private static string Line(string name, TimeSpan time, string what) => string.Create(CultureInfo.InvariantCulture, $"{name,-20}{time.TotalSeconds,8:0.00} s{what}");
}
