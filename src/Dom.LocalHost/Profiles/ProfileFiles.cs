using Dom.Core.Profiles;
using Dom.Core.Profiles.Lint;
using Dom.Functions.Profiles;
using Dom.Functions.Storage;
using Dom.LocalHost.Commands;

namespace Dom.LocalHost.Profiles;

/// <summary>Profiles between storage and files.</summary>
/// <param name="configurations">The storage.</param>
/// <param name="life">Looks drafts through.</param>
/// <param name="output">Where it tells what it does.</param>
internal sealed class ProfileFiles(ConfigurationStore configurations, ProfileLife life, ProfileFileOutput output)
{
    /// <summary>Writes profiles to files.</summary>
    /// <param name="folder">Where to; a file for each profile, over the one that is there.</param>
    /// <param name="only">The profile; none for every one.</param>
    /// <param name="version">The version; none for the draft, or where there is none the newest.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The exit status.</returns>
    /// <exception cref="LocalHostException">There is no such profile or version.</exception>
    public async Task<int> ExportAsync(string folder, ProfileId? only, int? version, CancellationToken cancellationToken)
    {
        var published = (await configurations.GetAsync(cancellationToken)).Published;
        var drafts = (await configurations.DraftsAsync(cancellationToken)).ToDictionary(draft => draft.ProfileId.Value);
        var known = published.Keys.Union(drafts.Keys).Order(StringComparer.Ordinal).ToArray();
        var ids = only is { } id ? [id.Value] : known;
        var profiles = ids.Select(one => (version is { } number
            ? published.GetValueOrDefault(one)?.Find(number)?.Profile
            : drafts.GetValueOrDefault(one) ?? published.GetValueOrDefault(one)?.Newest.Profile)
            ?? throw new LocalHostException(version is null
                ? $"There is no profile '{one}'. There are: {string.Join(", ", known)}."
                : FormattableString.Invariant($"There is no version {version} of a profile '{one}'."))).ToList();

        var names = ProfileFileNames.Of(known.Select(one => new ProfileId(one)));
        Directory.CreateDirectory(folder);
        foreach (var profile in profiles)
        {
            var path = Path.Combine(folder, names[profile.ProfileId]);
            await File.WriteAllTextAsync(path, ProfileWriter.WriteText(profile), cancellationToken);
            await output.Out.WriteLineAsync($"{path}: {(profile.Version == 0 ? "draft" : FormattableString.Invariant($"version {profile.Version}"))}");
        }

        return ExitStatus.Done;
    }

    /// <summary>Stores files as drafts.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The exit status: 2 where a file is wrong; nothing is stored then.</returns>
    public async Task<int> ImportAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (await ReadAsync(paths, cancellationToken) is not { } profiles)
        {
            return ExitStatus.WrongCommandLine;
        }

        foreach (var profile in profiles)
        {
            bool isStored;
            do
            {
                var current = await configurations.FindDraftAsync(profile.ProfileId, cancellationToken);
                isStored = await configurations.PutDraftAsync(profile, current?.Tag, cancellationToken);
            }
            while (!isStored);
            await output.Out.WriteLineAsync($"Draft of profile '{profile.ProfileId}' stored.");
        }

        return ExitStatus.Done;
    }

    /// <summary>Says what in files is hardly meant.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The exit status: 1 where a profile could not be published, 2 where a file is wrong.</returns>
    public async Task<int> LintAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (await ReadAsync(paths, cancellationToken) is not { } profiles)
        {
            return ExitStatus.WrongCommandLine;
        }

        var configuration = await configurations.GetAsync(cancellationToken);
        var hasErrors = false;
        foreach (var (index, profile) in profiles.Index())
        {
            var findings = await life.LintAsync(profile, configuration, cancellationToken);
            hasErrors |= findings.Any(finding => finding.Severity == LintSeverity.Error);
            foreach (var finding in findings)
            {
                await output.Out.WriteLineAsync($"{paths[index]}: {Word(finding.Severity)}: {(finding.Path.Length == 0 ? "" : finding.Path + ": ")}{finding.Sentence}");
            }

            if (findings.IsEmpty)
            {
                await output.Out.WriteLineAsync($"{paths[index]}: nothing found.");
            }
        }

        return hasErrors ? ExitStatus.Failed : ExitStatus.Done;
    }

    private static string Word(LintSeverity severity) => severity switch { LintSeverity.Error => "error", LintSeverity.Warning => "warning", _ => "hint" };

    private async Task<List<Profile>?> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var profiles = new List<Profile>();
        var isWrong = false;
        foreach (var path in paths)
        {
            var reading = ProfileReader.Read(await File.ReadAllBytesAsync(path, cancellationToken));
            foreach (var fault in reading.Match(_ => [], refused => refused.Faults))
            {
                isWrong = true;
                await output.Error.WriteLineAsync($"{path}: {fault.ToSentence()}");
            }

            _ = reading.Match(
                read =>
                {
                    profiles.Add(read.Value with { Version = 0, Note = null });
                    return true;
                },
                _ => false);
        }

        foreach (var twice in profiles.GroupBy(profile => profile.ProfileId).Where(own => own.Count() > 1))
        {
            isWrong = true;
            await output.Error.WriteLineAsync($"Profile '{twice.Key}' stands in {twice.Count()} files; allowed is one.");
        }

        return isWrong ? null : profiles;
    }
}

/// <summary>Where work on files tells what it does.</summary>
/// <param name="Out">What was asked for.</param>
/// <param name="Error">What is wrong.</param>
internal sealed record ProfileFileOutput(TextWriter Out, TextWriter Error);
