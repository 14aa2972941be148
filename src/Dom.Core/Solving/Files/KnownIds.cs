namespace Dom.Core.Solving.Files;

/// <summary>The ids that a file gives, for those that refer to them.</summary>
/// <param name="Texts">The ids, numbered.</param>
/// <param name="IsComplete">Whether every row of the file could be read. Otherwise an id that it lacks is no fault of who refers to it.</param>
internal sealed record KnownIds(TextIndex Texts, bool IsComplete)
{
    /// <summary>The number of the id in a field; -1, and a fault where the ids are complete, where there is none.</summary>
    /// <param name="table">The table whose row refers to it.</param>
    /// <param name="column">The column that does.</param>
    /// <param name="allowed">What is allowed, as the end of the sentence "allowed is …".</param>
    public int Refer(CsvTable table, int column, string allowed)
    {
        var number = Texts.Find(table.Text(column));
        if (number < 0 && IsComplete)
        {
            table.AddFault(column, allowed);
        }

        return number;
    }
}
