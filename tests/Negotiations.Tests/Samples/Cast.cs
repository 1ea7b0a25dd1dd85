namespace Negotiations.Tests;

/// <summary>The parties and people of the invented negotiation.</summary>
public static class Cast
{
    public static readonly Name Varland = Sample.Name("Varland");
    public static readonly Name Ostrelia = Sample.Name("Ostrelia");
    public static readonly Name Merin = Sample.Name("Merin");

    /// <summary>President of Varland.</summary>
    public static readonly Name AdaBrill = Sample.Name("Ada Brill");

    /// <summary>Minister of Varland.</summary>
    public static readonly Name InesRook = Sample.Name("Ines Rook");

    /// <summary>Adviser of Varland.</summary>
    public static readonly Name OleFenn = Sample.Name("Ole Fenn");

    /// <summary>The institution for which <see cref="PellArno"/> speaks.</summary>
    public static readonly Name VarlandChancellery = Sample.Name("Varland Chancellery");

    public static readonly Name PellArno = Sample.Name("Pell Arno");

    /// <summary>President of Ostrelia.</summary>
    public static readonly Name TomasKeel = Sample.Name("Tomas Keel");
}
