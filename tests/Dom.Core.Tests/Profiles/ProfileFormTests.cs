using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Forms;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Tests.Profiles;

/// <summary>The forms against the records that they are of: what a record gains or loses must be said there.</summary>
public sealed class ProfileFormTests
{
    [Fact]
    public void Root_has_every_property_of_the_records_and_no_other()
    {
        var differences = new List<string>();

        Compare(ProfileForm.Root, typeof(Profile), "", differences);

        Assert.Empty(differences);
    }

    [Fact]
    public void Rule_has_every_kind_of_rule_and_no_other()
    {
        var kinds = typeof(Rule).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>();

        Assert.Equal(kinds.Select(kind => (string)kind.TypeDiscriminator!).Order(StringComparer.Ordinal), RuleForms.Rule.Kinds.Keys.Order(StringComparer.Ordinal));
    }

    private static void Compare(Form form, Type type, string path, List<string> differences)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        switch (form)
        {
            case RecordForm record:
                var properties = DomJson.Options.GetTypeInfo(type).Properties.Where(property => property.Get is not null).ToDictionary(property => property.Name);
                differences.AddRange(properties.Keys.Except(record.Fields.Select(field => field.Name)).Select(name => $"{path}.{name} is in {type.Name} and not in its form."));
                foreach (var field in record.Fields)
                {
                    if (properties.TryGetValue(field.Name, out var property))
                    {
                        Compare(field.Form, property.PropertyType, $"{path}.{field.Name}", differences);
                    }
                    else
                    {
                        differences.Add($"{path}.{field.Name} is in the form and not in {type.Name}.");
                    }
                }

                break;
            case KindForm kinds:
                foreach (var kind in type.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>())
                {
                    Compare(kinds.Kinds[(string)kind.TypeDiscriminator!], kind.DerivedType, $"{path}({kind.TypeDiscriminator})", differences);
                }

                break;
            case ListForm list:
                Compare(list.Item, type.GetGenericArguments()[0], path + "[]", differences);
                break;
            case MapForm map:
                Compare(map.Item, type.GetGenericArguments()[1], path + "{}", differences);
                break;
            default:
                var isPlain = type.IsPrimitive || type.IsEnum || type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type);
                if (!isPlain || JsonSerializer.SerializeToNode(TestKit.Sample.Of(type), type, DomJson.Options) is System.Text.Json.Nodes.JsonObject)
                {
                    differences.Add($"{path} is one value in the form and a {type.Name}.");
                }

                break;
        }
    }
}
