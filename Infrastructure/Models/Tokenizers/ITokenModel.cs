namespace Restaurant.Infrastructure.Models.Tokenizers;

/// <summary>Cuts one word (a piece without white space) into the model's tokens.</summary>
internal interface ITokenModel
{
    int? Find(string token);

    void Encode(string word, List<int> ids);
}
