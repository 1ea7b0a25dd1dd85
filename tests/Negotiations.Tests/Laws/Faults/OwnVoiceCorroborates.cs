namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: an outlet that repeats what it has attributed is an origin of its own.</summary>
internal sealed class OwnVoiceCorroborates : PlainRules
{
    public override IEnumerable<Sighting> WithoutOwnVoice(IEnumerable<Sighting> sightings) => sightings;
}
