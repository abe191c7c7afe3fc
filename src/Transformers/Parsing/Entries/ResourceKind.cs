using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Transformers.Parsing.Entries;

/// <summary>What an untyped link below an entry most likely is.</summary>
internal static class ResourceKind
{
    private const string Web = "web";

    /// <summary>Whole link texts, folded, that say what is behind them.</summary>
    private static readonly FrozenDictionary<string, string> Labels = new (string Kind, string[] Labels)[]
    {
        ("article", ["article"]),
        ("blog", ["blog", "blog post", "blogpost"]),
        ("book", ["book"]),
        ("code", ["code", "colab", "github", "implementation", "notebook", "official code", "repo", "repository", "source code"]),
        ("course", ["course"]),
        ("dataset", ["data", "dataset"]),
        ("model", ["model"]),
        ("paper", ["paper"]),
        ("podcast", ["podcast"]),
        ("poster", ["poster"]),
        ("talk", ["talk"]),
        ("thesis", ["thesis"]),
        ("video", ["video"]),
        ("website", ["website", "homepage", "project page", "project website"]),
        ("whitepaper", ["white paper", "whitepaper"]),
    }.SelectMany(kind => kind.Labels, (kind, label) => (label, kind.Kind)).ToFrozenDictionary(p => p.label, p => p.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Hosts of which everything is one kind, subdomains included.</summary>
    private static readonly ImmutableArray<(string Domain, string Kind)> Hosts =
    [
        ("youtube.com", "video"), ("youtu.be", "video"), ("vimeo.com", "video"), ("slideslive.com", "video"), ("videolectures.net", "video"), ("ted.com", "video"),
        ("github.com", "code"), ("gist.github.com", "code"), ("gitlab.com", "code"), ("bitbucket.org", "code"), ("colab.research.google.com", "code"),
        ("nbviewer.org", "code"), ("nbviewer.jupyter.org", "code"), ("codeberg.org", "code"), ("sr.ht", "code"), ("pypi.org", "code"),
        ("aclanthology.org", "paper"), ("proceedings.mlr.press", "paper"), ("papers.nips.cc", "paper"), ("proceedings.neurips.cc", "paper"),
        ("openaccess.thecvf.com", "paper"), ("sciencedirect.com", "paper"), ("ieeexplore.ieee.org", "paper"), ("paperswithcode.com", "paper"),
        ("semanticscholar.org", "paper"), ("jmlr.org", "paper"),
        ("medium.com", "blog"), ("towardsdatascience.com", "blog"), ("substack.com", "blog"), ("wordpress.com", "blog"), ("googleblog.com", "blog"),
        ("distill.pub", "blog"), ("machinelearningmastery.com", "blog"), ("lilianweng.github.io", "blog"), ("dev.to", "blog"),
        ("coursera.org", "course"), ("edx.org", "course"), ("udacity.com", "course"), ("udemy.com", "course"),
    ];

    /// <summary>Guesses by the text, if it is a label, then by the host, then by the identifiers in the address.</summary>
    /// <param name="url">The link's address.</param>
    /// <param name="text">The link's text, or null.</param>
    /// <returns>One of the default kinds, or <c>web</c> when nothing tells.</returns>
    public static string Guess(string url, string? text)
    {
        var address = ResourceAddress.Of(url.Length > 4096 ? url[..4096] : url);
        var byHost = OnHost(address);
        if (byHost is "video") return byHost;
        if (text is not null && Labels.TryGetValue(text.Trim().TrimEnd('.', ':'), out var label)) return label;
        return byHost ?? ByIdentifier(url, address) ?? Web;
    }

    private static string? OnHost(ResourceAddress address)
    {
        if (address.Host is "paperswithcode.com" && address.Lower(0) is "dataset") return "dataset";
        foreach (var (domain, kind) in Hosts)
        {
            if (address.IsAt(domain)) return kind;
        }

        if (address.Host is "kaggle.com") return Kaggle(address);
        if (address.Host is "huggingface.co" or "hf.co") return HuggingFace(address);
        var isBlog = address.Host.StartsWith("blog.", StringComparison.Ordinal) || address.Host.Contains(".blogspot.", StringComparison.Ordinal)
            || address.Lower(0) is "blog" or "blogs";
        return isBlog ? "blog" : null;
    }

    private static string? Kaggle(ResourceAddress address) => address.Lower(0) switch
    {
        "datasets" => "dataset",
        "code" or "kernels" or "notebooks" => "code",
        "learn" => "course",
        _ => address.Segments.Length >= 2 && address.Lower(0) is not ("c" or "competitions") ? "code" : null,
    };

    private static string? HuggingFace(ResourceAddress address) => address.Lower(0) switch
    {
        "datasets" => "dataset",
        "spaces" => "code",
        "papers" => "paper",
        "blog" => "blog",
        "learn" or "course" => "course",
        _ => HostedIdentifiers.Read(address).Any() ? "model" : null,
    };

    private static string? ByIdentifier(string url, ResourceAddress address)
    {
        var identifiers = IdentifierReader.FromUrl(url);
        var isPaper = identifiers.Any(i => i.Scheme is "arxiv" or "doi" or "openreview" or "acl" or "pubmed" or "pmc" or "hal" or "ssrn");
        if (isPaper) return address.Host is "zenodo.org" ? null : "paper";
        return identifiers.Any(i => i.Scheme is "isbn") ? "book" : null;
    }
}
