namespace Dom.Core.Sourcing.Rules;

/// <summary>Gathers what the rules of a whole order leave of how it may be taken apart.</summary>
internal sealed class OrderLimitsBuilder
{
    private readonly bool?[] _mayBeSplit;
    private readonly int[] _maxLocationsOfLine;
    private readonly int[] _groupOfLine;
    private int _maxLocations = int.MaxValue;
    private long _minParcelValue;

    /// <summary>Begins with what holds without rules: lines come whole, from any number of locations, those with the same mark together.</summary>
    /// <param name="request">The request.</param>
    public OrderLimitsBuilder(SourcingRequest request)
    {
        Request = request;
        _mayBeSplit = new bool?[request.Lines.Length];
        _maxLocationsOfLine = new int[request.Lines.Length];
        Array.Fill(_maxLocationsOfLine, int.MaxValue);
        _groupOfLine = [.. Enumerable.Range(0, request.Lines.Length)];
        foreach (var mark in request.Lines.Index().Where(line => !string.IsNullOrEmpty(line.Item.KeepTogether)).GroupBy(line => line.Item.KeepTogether, line => line.Index))
        {
            Join([.. mark]);
        }
    }

    /// <summary>The request.</summary>
    public SourcingRequest Request { get; }

    /// <summary>Whether the order is sourced whole or not at all.</summary>
    public bool MustAssignAll { get; set; }

    /// <summary>Limits the locations of the order.</summary>
    /// <param name="locations">How many it may have, 1 or more.</param>
    public void AtMost(int locations) => _maxLocations = Math.Min(_maxLocations, locations);

    /// <summary>Limits the locations of lines.</summary>
    /// <param name="locations">How many each may have, 1 or more.</param>
    /// <param name="lines">Indexes of the lines.</param>
    public void AtMost(int locations, int[] lines)
    {
        foreach (var line in lines)
        {
            _maxLocationsOfLine[line] = Math.Min(_maxLocationsOfLine[line], locations);
        }
    }

    /// <summary>Says what a rule says of splitting lines: one that forbids it outweighs all that allow it.</summary>
    /// <param name="lines">Indexes of the lines.</param>
    /// <param name="isAllowed">Whether they may be split.</param>
    public void Split(int[] lines, bool isAllowed)
    {
        foreach (var line in lines)
        {
            _mayBeSplit[line] = isAllowed && _mayBeSplit[line] != false;
        }
    }

    /// <summary>Sets the least value of the goods of each location of a split order.</summary>
    /// <param name="minorUnits">The value, 0 or more.</param>
    public void WorthAtLeast(long minorUnits) => _minParcelValue = Math.Max(_minParcelValue, minorUnits);

    /// <summary>Keeps lines together, with all that any of them is kept together with.</summary>
    /// <param name="lines">Indexes of the lines, at least one.</param>
    public void Join(int[] lines)
    {
        var joined = lines.Select(line => _groupOfLine[line]).ToHashSet();
        var first = joined.Min();
        for (var line = 0; line < _groupOfLine.Length; line++)
        {
            _groupOfLine[line] = joined.Contains(_groupOfLine[line]) ? first : _groupOfLine[line];
        }
    }

    /// <summary>What is left.</summary>
    /// <param name="isRouted">By line: whether it is routed at all; one that is not stands in no group.</param>
    /// <param name="priorityOfLocation">By location: its priority, as <see cref="OrderLimits.PriorityOfLocation"/> has it.</param>
    public OrderLimits Build(bool[] isRouted, byte[]? priorityOfLocation)
    {
        int[][] groups = [.. Enumerable.Range(0, _groupOfLine.Length).Where(line => isRouted[line]).GroupBy(line => _groupOfLine[line], (_, lines) => lines.ToArray())];
        var isAlone = new bool[_groupOfLine.Length];
        foreach (var group in groups)
        {
            isAlone[group[0]] = group.Length == 1;
        }

        return new OrderLimits
        {
            MaxLocations = _maxLocations == int.MaxValue ? null : _maxLocations,
            MustAssignAll = MustAssignAll,
            MayBeSplit = [.. _mayBeSplit.Select((isAllowed, line) => isAllowed == true && isAlone[line] && _maxLocations > 1 && !MustAssignAll)],
            MaxLocationsOfLine = _maxLocationsOfLine,
            MinParcelValueMinorUnits = _minParcelValue,
            Groups = groups,
            PriorityOfLocation = priorityOfLocation,
        };
    }
}
