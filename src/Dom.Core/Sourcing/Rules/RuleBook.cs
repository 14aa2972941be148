using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>
/// The rules of a profile at the moment of a request: which hold, for which of its lines, and what that demands of each class of locations. Soft ones
/// fall by their importance: a request is asked with none fallen first.
/// </summary>
internal sealed class RuleBook
{
    /// <summary>What no soft rule has fallen by.</summary>
    public const int NoneFallen = 0;

    private readonly RuleConflicts _conflicts;
    private readonly PlaceClasses _places;
    private readonly bool[] _isInForce;
    private readonly int[] _kindOfLine;
    private readonly List<int[]> _ranksOfKind = [];
    private readonly Dictionary<(int Kind, int Fallen), Demands[]> _demands = [];

    /// <summary>Looks the rules up.</summary>
    /// <param name="request">The request.</param>
    /// <param name="places">The network as the rules see it.</param>
    public RuleBook(SourcingRequest request, PlaceClasses places)
    {
        (_places, _conflicts) = (places, request.Profile.Conflicts);
        _isInForce = Array.ConvertAll(Rules, rule => rule.Holds(request.At));
        _kindOfLine = new int[request.Lines.Length];
        var known = new Dictionary<(Sku Sku, DeliveryMode Mode), int>();
        for (var line = 0; line < _kindOfLine.Length; line++)
        {
            var key = (request.Lines[line].Sku, request.Lines[line].Mode);
            if (!known.TryGetValue(key, out var kind))
            {
                kind = _ranksOfKind.Count;
                known.Add(key, kind);
                _ranksOfKind.Add(RanksOf(request, key.Sku, key.Mode));
            }

            _kindOfLine[line] = kind;
        }

        Levels = [.. Enumerable.Range(0, Rules.Length).Where(rule => _isInForce[rule] && MayFall(Rules[rule])).Select(rule => Rules[rule].Importance).Distinct().Order()];
    }

    /// <summary>The rules of the profile; a rule's index is its place here.</summary>
    public Rule[] Rules => _places.Rules;

    /// <summary>The importances at which soft rules fall, ascending.</summary>
    public int[] Levels { get; }

    /// <summary>Whether a rule is soft and keeps anything out that it may fall for. Priorities and radii, when soft, keep nothing out.</summary>
    /// <param name="rule">The rule.</param>
    public static bool MayFall(Rule rule) => !rule.IsHard && rule is not (LocationPriority or LocalRadius);

    /// <summary>Whether a rule holds.</summary>
    /// <param name="rule">Index of the rule.</param>
    /// <param name="fallen">The importance up to which soft rules have fallen.</param>
    public bool IsOn(int rule, int fallen) => _isInForce[rule] && !(MayFall(Rules[rule]) && Rules[rule].Importance <= fallen);

    /// <summary>Whether a rule, if it holds, holds for a line.</summary>
    /// <param name="rule">Index of the rule.</param>
    /// <param name="line">Index of the line.</param>
    public bool IsFor(int rule, int line) => RanksOf(line)[rule] >= 0;

    /// <summary>By class of locations: what is demanded for a line.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="fallen">The importance up to which soft rules have fallen.</param>
    public Demands[] DemandsOf(int line, int fallen)
    {
        var key = (_kindOfLine[line], fallen);
        if (!_demands.TryGetValue(key, out var demands))
        {
            demands = _places.DemandsOf(Holding(line, rule => IsOn(rule, fallen)));
            _demands.Add(key, demands);
        }

        return demands;
    }

    /// <summary>What is demanded of one class of locations for a line if some rules hold and others do not.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of a location of the class.</param>
    /// <param name="isOn">By rule: whether it holds.</param>
    public Demands DemandsAt(int line, int location, bool[] isOn) => _places.DemandsAt(location, Holding(line, rule => isOn[rule]));

    private int[] RanksOf(int line) => _ranksOfKind[_kindOfLine[line]];

    private int[] Holding(int line, Func<int, bool> isOn)
    {
        var ranks = RanksOf(line);
        return [.. ranks.Select((rank, rule) => isOn(rule) ? rank : PlaceClasses.NotHolding)];
    }

    private int[] RanksOf(SourcingRequest request, Sku sku, DeliveryMode mode)
    {
        var product = request.Products.GetValueOrDefault(sku);
        return Array.ConvertAll(Rules, rule => rule.For.Match(sku, product, mode, _conflicts) ?? PlaceClasses.NotHolding);
    }
}
