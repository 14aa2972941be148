using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace Dom.LocalHost.Tests.StandIns;

/// <summary>
/// Every public member of the stand-ins stands in <c>public-members.txt</c>, so that an addition is a deliberate one: it is looked up in the
/// real package first. To accept what has changed, set DOM_ACCEPT_PUBLIC_MEMBERS=1, run the test, and review the difference.
/// </summary>
public sealed class PublicMembersTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Stand_ins_offer_what_is_listed_and_nothing_more()
    {
        var members = typeof(TableClient).Assembly.GetExportedTypes().SelectMany(Lines).Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable("DOM_ACCEPT_PUBLIC_MEMBERS") == "1")
        {
            File.WriteAllLines(ListPath(), members);
        }

        Assert.Equal(File.ReadAllLines(ListPath()), members);
    }

    private static IEnumerable<string> Lines(Type type)
    {
        var name = type.FullName!;
        yield return $"{name} : {string.Join(", ", new[] { type.BaseType }.Concat(type.GetInterfaces()).OfType<Type>().Select(Name).Order(StringComparer.Ordinal))}";
        foreach (var member in type.GetMembers(Declared).Where(IsOffered))
        {
            yield return $"{name}.{Signature(member)}";
        }
    }

    private static bool IsOffered(MemberInfo member) => member switch
    {
        MethodBase method => IsOffered(method) && (method.IsConstructor || !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsOffered),
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        EventInfo => true,
        _ => false,
    };

    private static bool IsOffered(MethodBase method) =>
        (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Signature(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{Access(constructor)}.ctor({Parameters(constructor)})",
        MethodInfo method => $"{Access(method)}{Name(method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method)})",
        PropertyInfo property => $"{Name(property.PropertyType)} {property.Name} {{ {string.Join(" ", property.GetAccessors(nonPublic: true).Where(IsOffered).Select(Accessor))} }}",
        FieldInfo { IsLiteral: true } field => $"{field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}",
        FieldInfo field => $"{Name(field.FieldType)} {field.Name}",
        _ => member.ToString()!,
    };

    private static string Access(MethodBase method) => string.Concat(
        method.IsPublic ? "" : "protected ", method.IsStatic ? "static " : "", method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    private static string Accessor(MethodInfo accessor)
    {
        var isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return Access(accessor) + (isInit ? "init;" : accessor.Name.StartsWith("get_", StringComparison.Ordinal) ? "get;" : "set;");
    }

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Default(parameter) : "")}"));

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType ? "default" : "null",
        string text => $"\"{text}\"",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }

    private static string ListPath([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "public-members.txt");
}
