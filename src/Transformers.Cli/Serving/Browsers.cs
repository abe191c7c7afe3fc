using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;

namespace Transformers.Cli.Serving;

/// <summary>The pages that are open in browsers, each with a line to it.</summary>
internal sealed class Browsers
{
    private readonly ConcurrentDictionary<OpenPage, bool> _open = [];
    private string _failure = "";

    /// <summary>The paths of the pages that are open, each once.</summary>
    public IEnumerable<string> Paths => _open.Keys.Select(page => page.Path).Distinct(StringComparer.Ordinal);

    /// <summary>Registers a page for as long as the result is not disposed of.</summary>
    /// <param name="path">Its path, percent-decoded, without the first slash.</param>
    /// <param name="version">The <see cref="ServedPage.Version"/> that the browser has.</param>
    public OpenPage Open(string path, string version)
    {
        var page = new OpenPage(path, version, closed => _open.TryRemove(closed, out _));
        _open[page] = true;
        if (_failure.Length > 0) page.Send("failure", _failure);
        return page;
    }

    /// <summary>Reloads the pages that are no longer what the browser has.</summary>
    /// <param name="versionOf">The version of a path now; null for one that is sure to be what it was.</param>
    public void Refresh(Func<string, string?> versionOf)
    {
        foreach (var pages in _open.Keys.GroupBy(page => page.Path, StringComparer.Ordinal))
        {
            if (versionOf(pages.Key) is not { } version) continue;
            foreach (var page in pages) page.Refresh(version);
        }
    }

    /// <summary>Reloads all pages: what changed is none of them, but what they show.</summary>
    public void ReloadAll()
    {
        foreach (var page in _open.Keys) page.Send("reload", "");
    }

    /// <summary>Shows what stopped a rebuild, or with an empty text that nothing did.</summary>
    public void Show(string failure)
    {
        if (failure == _failure) return;
        _failure = failure;
        foreach (var page in _open.Keys) page.Send("failure", failure);
    }
}

/// <summary>A page that is open in a browser.</summary>
/// <param name="path">Its path.</param>
/// <param name="version">What the browser has.</param>
/// <param name="close">Forgets it.</param>
internal sealed class OpenPage(string path, string version, Action<OpenPage> close) : IDisposable
{
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();
    private string _version = version;

    /// <summary>Its path.</summary>
    public string Path => path;

    /// <summary>What it is to be told, each a message of an event stream.</summary>
    public IAsyncEnumerable<string> Events(CancellationToken cancellation) => _events.Reader.ReadAllAsync(cancellation);

    /// <summary>Reloads it unless it has this version, or was told already.</summary>
    public void Refresh(string current)
    {
        if (_version == current) return;
        _version = current;
        Send("reload", "");
    }

    /// <summary>Sends an event, whose data is a text in JSON: on one line.</summary>
    public void Send(string name, string data) => _events.Writer.TryWrite($"event: {name}\ndata: {JsonSerializer.Serialize(data, LiveJson.Default.String)}\n\n");

    /// <summary>Forgets it.</summary>
    public void Dispose() => close(this);
}

/// <summary>Texts in JSON, without reflection.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class LiveJson : System.Text.Json.Serialization.JsonSerializerContext;
