using Transformers.Model;

namespace Transformers.Rendering.Pages.Works;

/// <summary>What registries are called, and where they show what they have named.</summary>
internal static class IdentifierLinks
{
    /// <summary>The name of a registry: <c>arXiv</c>.</summary>
    /// <param name="scheme">See <see cref="Identifier"/>.</param>
    public static string NameOf(string scheme) => scheme switch
    {
        "arxiv" => "arXiv",
        "doi" => "DOI",
        "isbn" => "ISBN",
        "openreview" => "OpenReview",
        "acl" => "ACL Anthology",
        "pubmed" => "PubMed",
        "pmc" => "PubMed Central",
        "hal" => "HAL",
        "ssrn" => "SSRN",
        "github" => "GitHub",
        "huggingface" => "Hugging Face",
        "youtube" => "YouTube",
        "youtube-playlist" => "YouTube playlist",
        _ => scheme,
    };

    /// <summary>The address of what bears an identifier; null where there is no one place to look.</summary>
    public static string? AddressOf(Identifier identifier)
    {
        var value = string.Join('/', identifier.Value.Split('/').Select(Uri.EscapeDataString));
        return identifier.Scheme switch
        {
            "arxiv" => $"https://arxiv.org/abs/{value}",
            "doi" => $"https://doi.org/{value}",
            "isbn" => $"https://openlibrary.org/isbn/{value}",
            "openreview" => $"https://openreview.net/forum?id={value}",
            "acl" => $"https://aclanthology.org/{value}/",
            "pubmed" => $"https://pubmed.ncbi.nlm.nih.gov/{value}/",
            "pmc" => $"https://pmc.ncbi.nlm.nih.gov/articles/{value}/",
            "hal" => $"https://hal.science/{value}",
            "ssrn" => $"https://papers.ssrn.com/sol3/papers.cfm?abstract_id={value}",
            "github" => $"https://github.com/{value}",
            "huggingface" => $"https://huggingface.co/{value}",
            "youtube" => $"https://www.youtube.com/watch?v={value}",
            "youtube-playlist" => $"https://www.youtube.com/playlist?list={value}",
            _ => null,
        };
    }
}
