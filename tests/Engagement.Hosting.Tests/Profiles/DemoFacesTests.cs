using Engagement.Domain.Profiles;
using Engagement.Hosting.Demo.Lives;

namespace Engagement.Hosting.Tests.Profiles;

/// <summary>The invented members of the demonstration.</summary>
public sealed class DemoFacesTests
{
    [Fact]
    public void Everybody_has_a_name_and_a_number_that_is_nobodys_and_is_always_the_same_person()
    {
        for (var number = 1; number <= 500; number++)
        {
            var face = Faces.Of(7, number);
            Assert.Equal(face, Faces.Of(7, number));
            Assert.NotEmpty(NameWords.Beginnings(face.Name));
            Assert.StartsWith("100", PhoneNumber.Normalize(face.Phone), StringComparison.Ordinal);
            Assert.True(face.Email is null || MailAddresses.Normalize(face.Email)!.EndsWith("@example.com", StringComparison.Ordinal));
            Assert.Equal(number, Life.NumberOf(Life.IdOf(number)));
        }
    }
}
