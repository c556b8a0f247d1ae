namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>
/// What a reading of words is worth. A word explained by the menu is worth most; every further piece costs a little, so that
/// longer matches win; a guess costs about what it would cost to be wrong.
/// </summary>
internal static class Weights
{
    public const double ItemWord = 2.0;
    public const double ModifierWord = 2.0;
    public const double SizeWord = 1.8;
    public const double PartWord = 1.55;
    public const double PhraseWord = 0.45;
    public const double ThingWord = 0.7;
    public const double CommonWord = 0.1;
    public const double JoiningWord = 0.35;
    public const double SizeRather = 0.05;
    public const double SingleSize = 0.5;
    public const double ContainerOf = 1.3;
    public const double Allergy = 2.5;
    public const double Piece = 0.6;
    public const double SmallPiece = 0.1;
    public const double OtherOrder = 0.3;
    public const double SameFood = 0.35;

    /// <summary>One word for what the menu says in several; "riz" is rice before it is plain rice.</summary>
    public const double SaysLess = 0.4;
    public const double OtherForm = 0.1;
    public const double OtherEnding = 0.2;
    public const double TwoDishes = 1.5;
    public const double Joined = 0.3;
    public const double Split = 0.6;
    public const double Shortened = 0.7;
    public const double Unknown = -0.6;
    public const double UnknownFood = -1.0;
    public const double IgnoredMenuWord = -1.3;
    public const double HeldBeforeArticle = -0.9;
}
