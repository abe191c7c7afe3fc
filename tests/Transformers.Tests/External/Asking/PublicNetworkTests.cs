using System.Net;
using Transformers.External.Asking;

namespace Transformers.Tests.External.Asking;

public sealed class PublicNetworkTests
{
    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:1.1.1.1")]
    public void An_address_that_anybody_can_reach_is_public(string address) => Assert.True(PublicNetwork.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void One_of_a_private_network_is_not(string address) => Assert.False(PublicNetwork.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("example.org", true)]
    [InlineData("[2606:4700::1111]", true)]
    [InlineData("localhost", false)]
    [InlineData("a.localhost", false)]
    [InlineData("localhost.", false)]
    [InlineData("wiki", false)]
    [InlineData("printer.local", false)]
    [InlineData("metadata.google.internal", false)]
    [InlineData("[::1]", false)]
    [InlineData("192.168.0.1", false)]
    public void Some_names_alone_tell_that_a_host_is_private(string host, bool mayBePublic) => Assert.Equal(mayBePublic, PublicNetwork.MayContain(host));

    [Theory]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://017700000001/")]
    public void Odd_spellings_of_an_address_are_seen_through(string url) =>
        Assert.False(PublicNetwork.MayContain(AskedAddressHost(url)));

    private static string AskedAddressHost(string url) => Transformers.External.AskedAddress.HostOf(new Uri(url));
}
