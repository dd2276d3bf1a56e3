#!/usr/bin/env bash
# Tries eng/OptionalPackages.* on a repository of two tiny projects, with a folder as its only feed and a package cache of its
# own: no network. Prints a line per case, then "N passed, N failed"; exits 1 where any failed. Takes about a minute.
set -uo pipefail
eng=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NUGET_PACKAGES=$work/cache MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 DOTNET_NOLOGO=1
unset OptionalPackages RestoreSources RestoreAdditionalProjectSources RestoreConfigFile
passed=0 failed=0 output= status=0

mkdir -p "$work"/{feed,package,repo/eng,repo/lib/Optional,repo/app}
cd "$work/repo"
cp "$eng"/OptionalPackages.* "$eng"/ProbeOptionalPackages.cs eng/
cat > nuget.config <<XML
<configuration><packageSources><clear /><add key="feed" value="$work/feed" /></packageSources></configuration>
XML
echo '<Project><Import Project="eng/OptionalPackages.props" /><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>' > Directory.Build.props
echo '<Project><Import Project="eng/OptionalPackages.targets" /></Project>' > Directory.Build.targets
cat > Directory.Packages.props <<'XML'
<Project>
  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
  <ItemGroup>
    <PackageVersion Include="Tiny.Engine" Version="1.2.3" Group="Lucene" />
    <PackageVersion Include="Tiny.Host" Version="1.2.3" Group="BotBuilder" />
  </ItemGroup>
</Project>
XML
cat > lib/lib.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><DefineConstants Condition="'$(OptionalPackages_Lucene)' == 'true'">$(DefineConstants);ENGINE</DefineConstants></PropertyGroup>
  <ItemGroup>
    <OptionalPackageReference Include="Tiny.Engine" Group="Lucene" />
    <OptionalPackageReference Include="Tiny.Host" Group="BotBuilder" />
    <Compile Remove="Optional/**" Condition="'$(OptionalPackages_Lucene)' != 'true'" />
  </ItemGroup>
</Project>
XML
cat > lib/Engines.cs <<'CS'
public static class Engines
{
#if ENGINE
    public static string Name => Optional.Engine.Name;
#else
    public static string Name => "none";
#endif
}
CS
echo 'namespace Optional { public static class Engine { public static string Name => Tiny.Thing.Name; } }' > lib/Optional/Engine.cs
cat > app/app.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
  <ItemGroup><ProjectReference Include="../lib/lib.csproj" /></ItemGroup>
</Project>
XML
echo 'System.Console.WriteLine(Engines.Name);' > app/Program.cs
echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><PackageId>Tiny.Engine</PackageId><Version>1.2.3</Version></PropertyGroup></Project>' > "$work/package/package.csproj"
echo 'namespace Tiny { public static class Thing { public static string Name => "tiny"; } }' > "$work/package/Thing.cs"

build() { output=$(dotnet build app -v:q --nologo -tl:off "$@" 2>&1); status=$?; }
clean() { rm -rf artifacts lib/{bin,obj} app/{bin,obj} "$NUGET_PACKAGES"; }
app() { dotnet app/bin/Debug/net10.0/app.dll 2>&1; }
said() { grep -c "warning CB0001.*$1" <<< "$output"; }
# A logger may show a warning twice, when it is raised and in the summary.
check() {
  if [ "$2" -eq 0 ]; then passed=$((passed + 1)); echo "ok      $1"
  else failed=$((failed + 1)); printf 'FAILED  %s\n%s\n' "$1" "$output"; fi
}
expect() { # name, exit status, what the app says, pattern of the warning ("" for silence)
  local ok=0
  [ "$status" -eq "$2" ] || ok=1
  [ "$(app)" = "$3" ] || ok=1
  if [ -n "$4" ]; then [ "$(said "$4")" -gt 0 ] || ok=1; else [ "$(said '')" -eq 0 ] || ok=1; fi
  check "$1" $ok
}

build -warnaserror;               expect 'A feed without the package: built without, said so, and no error even under -warnaserror' 0 none 'Lucene is left out'
build;                            expect 'The answer is remembered, and not repeated' 0 none ''
(cd "$work/package" && dotnet pack -v:q --nologo -o "$work/feed" > "$work/pack.log" 2>&1) || cat "$work/pack.log"
build;                            expect 'A feed that appears is not noticed while the "no" holds' 0 none ''
sed "s/^\(answer [^ ]* \)[0-9]*/\10000000000000000001/" artifacts/optional-packages.memory > "$work/older" && mv "$work/older" artifacts/optional-packages.memory
build;                            expect 'It is noticed once the "no" has run out, in one command; another group may stay out' 0 tiny 'Lucene is built in.*BotBuilder is left out'
rm -rf "$work/gone"; mv "$work/feed" "$work/gone"; mkdir "$work/feed"
build;                            expect 'A feed that vanishes changes nothing while the package cache has the package' 0 tiny ''
rm -rf "$NUGET_PACKAGES/tiny.engine"
build;                            expect 'A feed that vanished is noticed when the package cache is emptied, in one command' 0 none 'Lucene is left out'
rm -rf "$work/feed"; mv "$work/gone" "$work/feed"
build -p:OptionalPackages=probe;  expect 'OptionalPackages=probe asks at once' 0 tiny 'Lucene is built in'
build -p:OptionalPackages=off;    expect 'OptionalPackages=off builds without' 0 none ''
clean
build -p:RestoreUseStaticGraphEvaluation=true; expect 'A static-graph restore of a clean clone finds the package in one command' 0 tiny 'Lucene is built in'
clean
mv nuget.config away
build -p:RestoreSources="$work/nowhere"
grep -q 'error NU1301' <<< "$output" && ! grep -q CB0001 <<< "$output" && [ "$status" -ne 0 ]
check "A source that can't be reached stops the build with NuGet's own error" $?
mv away nuget.config
(dotnet restore lib -v:q --nologo -tl:off > "$work/one.log" 2>&1 & dotnet restore app -v:q --nologo -tl:off > "$work/two.log" 2>&1 & wait)
output=$(cat "$work/one.log" "$work/two.log")
[ "$(grep -c 'warning CB0001' <<< "$output")" -eq 1 ]
check 'Two restores at once ask once' $?
build --no-restore;               expect 'Both find the same answer' 0 tiny ''

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
