using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Dom.Core.Tests.TestKit;

/// <summary>A value of any type of the core with nothing in it left at its default.</summary>
internal static class Sample
{
    private static readonly Dictionary<Type, object> Simple = new()
    {
        [typeof(string)] = "text",
        [typeof(bool)] = true,
        [typeof(int)] = 3,
        [typeof(long)] = 4L,
        [typeof(double)] = 1.5,
        [typeof(DateTimeOffset)] = A.Moment,
        [typeof(DateOnly)] = new DateOnly(2026, 12, 25),
        [typeof(TimeOnly)] = new TimeOnly(9, 30),
        [typeof(TimeSpan)] = TimeSpan.FromMinutes(90),
        [typeof(Guid)] = new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
    };

    /// <summary>Whether a type is a record, of either kind.</summary>
    public static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    /// <summary>Whether a type is a record of values: one that holds what only its own type makes, such as a solver's problem, is never written.</summary>
    public static bool IsRecordOfValues(Type type) =>
        IsRecord(type) && (IsIdentifier(type) || Widest(type).GetParameters().All(parameter => parameter.ParameterType is not { IsClass: true, IsAbstract: false, IsArray: false } held
            || Simple.ContainsKey(held) || held.GetConstructors().Length > 0));

    public static object Of(Type type) =>
        Simple.TryGetValue(type, out var value) ? value
        : Nullable.GetUnderlyingType(type) is { } inner ? Of(inner)
        : type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!
        : type.IsArray ? OneOf(type.GetElementType()!)
        : type.IsGenericType && type.GetInterface(nameof(IEnumerable)) is not null ? Collection(type)
        : IsIdentifier(type) ? Identifier(type)
        : type.IsAbstract ? Of(type.Assembly.GetTypes().First(other => other.IsSubclassOf(type) && !other.IsAbstract))
        : Record(type);

    private static bool IsIdentifier(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIdentifier<>));

    private static object Identifier(Type type)
    {
        var from = type.GetMethod("From")!;
        try
        {
            return from.Invoke(null, ["id-1"])!;
        }
        catch (TargetInvocationException fault) when (fault.InnerException is ArgumentException)
        {
            // Not a name that people give, but one made of an order's, as shipments have.
            return from.Invoke(null, ["W-1001~1.2"])!;
        }
    }

    private static ConstructorInfo Widest(Type type) => type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;

    private static object Record(Type type)
    {
        var constructor = Widest(type);
        var record = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && property.GetIndexParameters().Length == 0))
        {
            property.SetValue(record, Of(property.PropertyType));
        }

        return record;
    }

    private static Array OneOf(Type element)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Of(element), 0);
        return array;
    }

    private static object Collection(Type type)
    {
        var elements = type.GetGenericArguments();
        var items = elements.Length == 1
            ? OneOf(elements[0])
            : OneOf(typeof(KeyValuePair<,>).MakeGenericType(elements));
        var definition = type.GetGenericTypeDefinition();
        var factory = definition == typeof(ImmutableArray<>) ? typeof(ImmutableArray)
            : definition == typeof(ImmutableList<>) ? typeof(ImmutableList)
            : definition == typeof(ImmutableHashSet<>) ? typeof(ImmutableHashSet)
            : definition == typeof(ImmutableSortedSet<>) ? typeof(ImmutableSortedSet)
            : definition == typeof(ImmutableDictionary<,>) ? typeof(ImmutableDictionary)
            : definition == typeof(ImmutableSortedDictionary<,>) ? typeof(ImmutableSortedDictionary)
            : elements.Length == 2 ? typeof(ImmutableDictionary) : typeof(ImmutableArray);
        return factory.GetMethods()
            .Single(method => method.Name == "CreateRange" && method.GetGenericArguments().Length == elements.Length && method.GetParameters() is [{ ParameterType: { IsGenericType: true } parameter }]
                && parameter.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .MakeGenericMethod(elements)
            .Invoke(null, [items])!;
    }
}
