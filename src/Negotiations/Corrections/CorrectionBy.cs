namespace Negotiations;

/// <summary>Who erred, and with that from when on a correction counts on the known clock.</summary>
public enum CorrectionBy
{
    /// <summary>The coder misread the text: what is right could be known all along.</summary>
    Coder,

    /// <summary>
    /// The publisher corrects what it had published: before the notice, readers really did believe the old text.
    /// </summary>
    Publisher,
}
