# shellcheck shell=bash
# Asks the registries whether packages in use have known vulnerabilities, for .ci/run.

# Fails on any that is known. Where a registry cannot tell, that is said and is no failure: what passes must not depend on who can
# be reached.
audit_nuget() {
  local project told failed=0 asked=0
  for project in src/*/*.csproj; do
    if ! told=$(timeout 300 dotnet list "$project" package --vulnerable --include-transitive 2>&1); then
      echo "WARNING: $project was NOT checked for vulnerable packages: $(tail -n 1 <<< "$told")"
      continue
    fi
    asked=$((asked + 1))
    # NU1900, NU1905: the source has no list of vulnerabilities.
    grep -E 'NU1900|NU1905' <<< "$told" | head -n 1 | sed "s|^|WARNING: $project: |"
    if grep -q 'has the following vulnerable packages' <<< "$told"; then
      echo "$told"
      failed=1
    fi
  done
  echo "NuGet packages of $asked projects were checked, as far as their source knows of vulnerabilities"
  return $failed
}

audit_npm() {
  local folder told counts failed=0
  for folder in dashboards tests/Engagement.Hosting.Tests/live-client; do
    told=$(timeout 300 npm --prefix "$folder" audit --json 2> /dev/null)
    counts=$(node -e '
      const found = JSON.parse(require("node:fs").readFileSync(0, "utf8")).metadata?.vulnerabilities
      if (found) console.log(found.total, found.moderate + found.high + found.critical)' <<< "$told" 2> /dev/null)
    if [ -z "$counts" ]; then
      echo "WARNING: $folder was NOT checked for vulnerable packages: the registry did not answer npm audit"
    elif [ "${counts#* }" -gt 0 ]; then
      echo "$told"
      failed=1
    else
      echo "$folder: npm knows of ${counts% *} vulnerabilities, none above low"
    fi
  done
  return $failed
}
