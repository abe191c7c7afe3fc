using Transformers.Catalogue;

namespace Transformers.Tests.Catalogue;

public class AuthorNameTests
{
    [Theory]
    [InlineData("Vaswani", "", "", "Vaswani", "")]
    [InlineData("Yann LeCun", "Yann", "", "LeCun", "")]
    [InlineData("Aaron van den Oord", "Aaron", "van den", "Oord", "")]
    [InlineData("van den Oord", "", "van den", "Oord", "")]
    [InlineData("de la Vallée Poussin", "", "de la", "Vallée Poussin", "")]
    [InlineData("da Silva Santos Jr.", "", "da", "Silva Santos", "Jr.")]
    [InlineData("van den", "", "van", "den", "")]
    [InlineData("Van Gogh", "", "", "Van Gogh", "")]
    [InlineData("Juan De La Cruz", "Juan", "", "De La Cruz", "")]
    [InlineData("Goodfellow I. J.", "I. J.", "", "Goodfellow", "")]
    [InlineData("I. J. Goodfellow", "I. J.", "", "Goodfellow", "")]
    [InlineData("Hyndman, R", "R", "", "Hyndman", "")]
    [InlineData("van der Maaten, Laurens", "Laurens", "van der", "Maaten", "")]
    [InlineData("John Gagne II", "John", "", "Gagne", "II")]
    [InlineData("d'Ascoli", "", "", "d'Ascoli", "")]
    [InlineData("Broni-Bedaiko", "", "", "Broni-Bedaiko", "")]
    [InlineData("王", "", "", "王", "")]
    public void A_name_is_read_as_given_names_particle_last_name_and_suffix(string name, string given, string particle, string family, string suffix) =>
        Assert.Equal(new(given, particle, family, suffix), AuthorName.Of(name));
}
