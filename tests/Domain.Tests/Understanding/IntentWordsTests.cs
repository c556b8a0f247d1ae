using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Understanding;

public sealed class IntentWordsTests
{
    [Theory]
    [InlineData(Intent.Order, "an order", "An order", "order")]
    [InlineData(Intent.Enquiry, "an enquiry", "An enquiry", "enquiry")]
    [InlineData(Intent.Offensive, "an insult", "An insult", "offensive")]
    [InlineData(Intent.Miscellaneous, "small talk", "Small talk", "miscellaneous")]
    public void Every_intent_has_its_words(Intent intent, string noun, string head, string label) =>
        (IntentWords.Noun(intent), IntentWords.Head(intent), IntentWords.Label(intent)).ShouldBe((noun, head, label));
}
