using System.Collections.Frozen;
using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Checking;

/// <summary>Finds <c>http://</c> links to hosts that are known to serve the same over <c>https://</c>.</summary>
internal static class InsecureLinks
{
    /// <summary>Hosts that send every <c>http://</c> request to <c>https://</c>, or are the same on both; each with all below it.</summary>
    private static readonly FrozenSet<string> SecureHosts = FrozenSet.ToFrozenSet(
    [
        "aclanthology.org", "aclweb.org", "acm.org", "amazon.com", "anaconda.com", "apache.org", "arxiv.org", "biorxiv.org", "bitbucket.org", "coursera.org",
        "cs.toronto.edu", "deepmind.com", "distill.pub", "doi.org", "edx.org", "facebook.com", "fast.ai", "github.com", "github.io", "githubusercontent.com",
        "gitlab.com", "google.com", "googleblog.com", "harvard.edu", "huggingface.co", "ieee.org", "imdb.com", "jmlr.org", "jstor.org", "jupyter.org",
        "kaggle.com", "kdnuggets.com", "keras.io", "linkedin.com", "machinelearningmastery.com", "medium.com", "microsoft.com", "mlr.press", "mozilla.org", "nasa.gov",
        "nature.com", "neurips.cc", "nih.gov", "numpy.org", "nvidia.com", "openai.com", "openreview.net", "oup.com", "paperswithcode.com", "plos.org",
        "pnas.org", "pydata.org", "pypi.org", "python.org", "pytorch.org", "r-project.org", "readthedocs.io", "reddit.com", "researchgate.net", "science.org",
        "sciencedirect.com", "scikit-image.org", "scikit-learn.org", "scipy.org", "semanticscholar.org", "springer.com", "ssrn.com", "stackexchange.com", "stackoverflow.com",
        "stanford.edu", "superuser.com", "tensorflow.org", "towardsdatascience.com", "twitter.com", "udacity.com", "usenix.org", "vimeo.com", "w3.org", "wikimedia.org",
        "wikipedia.org", "wiley.com", "wordpress.com", "x.com", "youtu.be", "youtube.com", "zenodo.org",
    ], StringComparer.Ordinal);

    private const string Insecure = "http://";

    /// <summary>The link is <c>http://</c>, and the host is one of those.</summary>
    public static readonly DiagnosticRule Rule = new("KB026", Severity.Info, "Insecure link to a host that has a secure address");

    /// <summary>One finding a link; an address without a scheme is left to the browser.</summary>
    public static IEnumerable<Diagnostic> Check(CheckedSite site) =>
        from note in site.Notes
        from link in note.OutsideLinks
        where link.IsAsWritten && link.Url.StartsWith(Insecure, StringComparison.Ordinal) && IsSecure(link.Url)
        select At(note.Path, link);

    private static Diagnostic At(SourcePath path, OutsideLink link)
    {
        var secure = "https://" + link.Url[Insecure.Length..];
        var scheme = link.Range with { EndColumn = link.Range.Column + "http".Length };
        return Rule.At(path, link.Range, $"'{WebAddress.Of(link.Url).HostName()}' is served securely; write 'https://'.", [secure]) with { Fix = [new(scheme, "http", "https")] };
    }

    // A port other than the scheme's own need not speak the other scheme.
    private static bool IsSecure(string url)
    {
        var address = WebAddress.Of(url);
        if (!address.Port.IsEmpty) return false;
        var host = address.HostName();
        for (var dot = -1; ; dot = host.IndexOf('.', dot + 1))
        {
            if (SecureHosts.Contains(host[(dot + 1)..])) return true;
            if (host.IndexOf('.', dot + 1) < 0) return false;
        }
    }
}
