# shellcheck shell=bash
# Reads what the test runs left in $results, for .ci/run.

passed=0 failed=0 skipped=0

count() { passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3)); }

# Prints "passed failed skipped" of a TRX file; a skipped test is in its total only.
trx_counts() {
  awk '
    function value(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    /<Counters / {
      passed = value("passed")
      failed = value("failed") + value("error") + value("timeout") + value("aborted")
      print passed, failed, value("total") - passed - failed
    }' "$1"
}

# Prints the name and the message of each failed test of a TRX file.
trx_failures() {
  awk '
    function plain(text) {
      gsub(/&#xD;|\r/, "", text); gsub(/&#xA;/, "\n", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text)
      gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\047", text); gsub(/&amp;/, "\\&", text)
      return text
    }
    /<UnitTestResult / {
      is_failed = /outcome="Failed"/
      if (is_failed && match($0, / testName="[^"]*"/)) print "FAILED " plain(substr($0, RSTART + 11, RLENGTH - 12))
    }
    is_failed && /<Message>/ { is_message = 1; sub(/.*<Message>/, "") }
    is_message { text = $0; is_last = sub(/<\/Message>.*/, "", text); print "    " plain(text); if (is_last) is_message = 0 }
  ' "$1"
}

# Prints "passed failed skipped" of Vitest, and its failures before. A file that could not even be loaded has no test that
# could fail, and counts as one.
vitest_counts() {
  node -e '
    const run = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))
    const tests = run.testResults.flatMap((file) => file.assertionResults)
    const having = (...states) => tests.filter((test) => states.includes(test.status))
    const unloaded = run.testResults.filter((file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"))
    for (const file of unloaded) console.error(`FAILED ${file.name}\n    ${file.message}`)
    for (const test of having("failed")) console.error(`FAILED ${test.fullName}\n    ${test.failureMessages.join("\n    ")}`)
    const [passed, failed] = [having("passed").length, having("failed").length]
    console.log(passed, failed + unloaded.length, tests.length - passed - failed)
  ' "$1"
}

# Prints how many tests of the cluster are written, where they cannot be run: its own and the suite it shares.
cluster_tests_written() {
  grep -rhoE --include='*.cs' --exclude-dir=obj --exclude-dir=bin '^ *\[(Fact|Theory)' \
    tests/Engagement.Silo.Tests tests/Engagement.Hosting.Tests/Members/EngineSuite.cs | wc -l
}

sum_up() {
  local project name file counts step failed_tests
  echo
  for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    file=$results/$name.trx
    counts=$([ -f "$file" ] && trx_counts "$file")
    if [ "$name" = Engagement.Silo.Tests ] && [ -n "$cluster_missing" ]; then
      counts="0 0 $(cluster_tests_written)"
      echo "SKIPPED $name: $cluster_missing"
      echo "$name: $counts (passed, failed, skipped)"
      # shellcheck disable=SC2086
      count $counts
      continue
    fi
    # Counts prove that a project ran at all; one whose run broke off, or that nobody built, has none.
    if [ -z "$counts" ] || [ "$counts" = '0 0 0' ]; then
      echo "FAILED $name left no results"
      counts='0 1 0'
    else
      trx_failures "$file"
    fi
    echo "$name: $counts (passed, failed, skipped)"
    # shellcheck disable=SC2086
    count $counts
  done

  counts=$(vitest_counts "$results/staff-app.json") || counts='0 1 0'
  echo "Staff app: $counts (passed, failed, skipped)"
  # shellcheck disable=SC2086
  count $counts

  failed_tests=$failed
  for step in ${failed_steps[@]+"${failed_steps[@]}"}; do
    # A step that runs tests fails because of tests, which are counted already.
    case $step in *test*) [ "$failed_tests" -gt 0 ] && continue ;; esac
    echo "FAILED step: $step"
    count 0 1 0
  done

  echo
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
