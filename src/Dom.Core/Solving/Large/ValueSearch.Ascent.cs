namespace Dom.Core.Solving.Large;

/// <content>First values: each line's is raised as far as what would serve it has room.</content>
internal sealed partial class ValueSearch
{
    private const int Rounds = 5;

    private long[] _slack = [];

    private void Ascend()
    {
        var (modes, lines) = (_order.Modes.Length, _order.Lines);
        Array.Copy(_order.Caps, _values, lines);
        for (var entry = 0; entry < _table.Entries; entry++)
        {
            _values[_table.Line[entry]] = Math.Min(_values[_table.Line[entry]], _cost[entry]);
        }

        // Its location's price is shared out over the rows of a place: what is left is never more than what the whole place has.
        for (var row = 0; row < _table.Places * modes; row++)
        {
            _slack[row] = _table.Intercept[row] + (_prices.Location[_table.Location[row / modes]] / modes);
        }

        for (var round = 1; round <= Rounds; round++)
        {
            for (var line = 0; line < lines; line++)
            {
                Raise(line, round);
            }
        }
    }

    // As far as the rows that would give the line have room, in the last round; a share of that before.
    private void Raise(int line, int round)
    {
        var room = _order.Caps[line] - _values[line];
        for (var at = _byLineStart[line]; at < _byLineStart[line + 1] && room > 0; at++)
        {
            var (entry, row) = (_byLine[at], _rowOf[_byLine[at]]);
            var most = _mostOf[entry];
            var free = _table.Extra[entry] + Math.Max(0, (long)most * (_cost[entry] - _values[line])) + _slack[row];
            var used = Math.Max(0, _values[line] - _cost[entry]) * (long)most;
            free -= Math.Min(used, _table.Extra[entry]);
            room = (int)Math.Min(room, Math.Max(0, free) / most);
        }

        room = (int)((long)room * round / Rounds);
        if (room <= 0)
        {
            return;
        }

        for (var at = _byLineStart[line]; at < _byLineStart[line + 1]; at++)
        {
            var (entry, row) = (_byLine[at], _rowOf[_byLine[at]]);
            _slack[row] += Taken(entry, _values[line]) - Taken(entry, _values[line] + room);
        }

        _values[line] += room;
    }

    private long Taken(int entry, int value) => Math.Max(0, ((long)_mostOf[entry] * Math.Max(0, value - _cost[entry])) - _table.Extra[entry]);
}
