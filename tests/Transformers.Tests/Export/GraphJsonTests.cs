using System.Text.Json;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Export;

public class GraphJsonTests
{
    [Fact]
    public void It_holds_notes_tags_and_the_entries_that_something_leads_to()
    {
        var site = TestSite.Of(
            ("a.md", "#x [[b]] [[b]] ![[b#H]] See ^p in [[b]]. [[gone]] [[#x]] [[b#^q]]"),
            ("b.md", "# B\n- #PAPER P ^p\n- #PAPER Other\n\nText. ^q"));

        Assert.Equal(
            """
            {"version":1,"nodes":[
            {"id":"a/","type":"note","title":"a"},
            {"id":"b/","type":"note","title":"B"},
            {"id":"b/#^p","type":"entry","title":"P"},
            {"id":"tags/paper/","type":"tag","title":"PAPER"},
            {"id":"tags/x/","type":"tag","title":"x"}
            ],"edges":[
            {"source":"a/","target":"b/","kind":"link"},
            {"source":"a/","target":"b/","kind":"embed"},
            {"source":"a/","target":"b/#^p","kind":"block"},
            {"source":"a/","target":"b/","kind":"block"},
            {"source":"a/","target":"tags/x/","kind":"tag"},
            {"source":"b/","target":"tags/paper/","kind":"tag"}
            ]}

            """, site.Text("graph.json"));
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("garden")]
    public void Each_node_is_there_once_and_each_edge_joins_two_of_them(string vault)
    {
        var graph = JsonDocument.Parse(TestSite.Of(VaultFolder.Open(Repository.SharedVault(vault)).Value).Text("graph.json")).RootElement;

        var nodes = graph.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()).ToArray();
        Assert.Equal(nodes.Length, nodes.Distinct().Count());
        Assert.All(graph.GetProperty("edges").EnumerateArray(), edge => Assert.Contains(edge.GetProperty("source").GetString(), nodes));
        Assert.All(graph.GetProperty("edges").EnumerateArray(), edge => Assert.Contains(edge.GetProperty("target").GetString(), nodes));
    }
}
