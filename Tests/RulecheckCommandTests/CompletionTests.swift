import FoundationEssentials
import Testing

/// `rulecheck completions`.
@Suite struct CompletionTests {
  private static let hasBash = FileManager.default.isExecutableFile(atPath: "/bin/bash")

  /// The verbs and their options, as --help tells them.
  private func helpOptions(_ workspace: Workspace) throws -> [(verb: String, options: [String])] {
    let overview = try workspace.run("--help").text
    let verbs = overview.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard line.hasPrefix("  rulecheck "), words.count > 1, !words[1].hasPrefix("-"), words[1] != "命令" else {
        return nil
      }
      return String(words[1])
    }
    return try verbs.map { verb in
      let lines = try workspace.run(verb, "--help").text.split(separator: "\n")
      let options = lines.filter { $0.hasPrefix("  -") }.compactMap {
        $0.split(separator: " ").first.map(String.init)
      }
      return (verb, options + ["--color", "--help"])
    }
  }

  /// What bash offers behind these words.
  private func offers(_ words: [String], _ script: String, _ workspace: Workspace) throws -> [String] {
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    let run = try workspace.run(
      [
        "-c",
        "\(script)\nCOMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); _rulecheck; printf '%s\\n' \"${COMPREPLY[@]}\"",
      ],
      program: "/bin/bash")
    #expect(run.problems == "")
    return run.text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `every option of every command is there`(shell: String) throws {
    let workspace = try Workspace()
    let script = try workspace.run("completions", shell)
    #expect(script.status == 0)
    let commands = try helpOptions(workspace)
    #expect(commands.count == 13)
    for (verb, options) in commands {
      // The part of the script that speaks of this command.
      let lines = script.text.split(separator: "\n")
      let start = try #require(
        lines.firstIndex {
          $0.contains("\(verb)) options=") || $0.hasSuffix("\(verb)) _arguments \\")
            || $0.contains("from \(verb)'")
        })
      let end =
        shell == "fish"
        ? lines.endIndex : lines[start...].firstIndex { $0.hasSuffix(";;") }.map { $0 + 1 } ?? lines.endIndex
      let part = lines[start..<end].filter { shell != "fish" || $0.contains("from \(verb)'") }.joined(
        separator: "\n")
      for option in options {
        let bare = option.hasPrefix("--") ? "-l " + option.dropFirst(2) : "-s " + option.dropFirst()
        #expect(part.contains(shell == "fish" ? bare + " " : option), "\(verb) \(option)")
      }
      #expect(!part.contains("[]") && !part.contains("-d ''"), "an option of \(verb) has no words")
    }
  }

  @Test(.enabled(if: hasBash)) func `bash offers commands, options and values`() throws {
    let workspace = try Workspace()
    let script = try workspace.run("completions", "bash").text
    for (verb, options) in try helpOptions(workspace) {
      let offered = try offers(["rulecheck", verb, "-"], script, workspace)
      #expect(Set(options).isSubset(of: offered), "\(verb)")
      #expect(try offers(["rulecheck", verb], script, workspace).contains(verb))
    }
    #expect(try offers(["rulecheck", "ev"], script, workspace) == ["evaluate"])
    #expect(try offers(["rulecheck", "check", "--format", "h"], script, workspace) == ["html"])
    #expect(
      try offers(["rulecheck", "evaluate", "--format", ""], script, workspace) == [
        "table", "csv", "json", "ndjson",
      ])
    #expect(try offers(["rulecheck", "explain", "K0404"], script, workspace) == ["K0404"])
    #expect(try offers(["rulecheck", "completions", ""], script, workspace) == ["bash", "zsh", "fish"])
    // Files are left to bash.
    #expect(try offers(["rulecheck", "check", "rul"], script, workspace).isEmpty)
  }

  @Test func `another shell is refused`() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("completions", "cmd").status == 64)
    #expect(try workspace.run("completions").status == 64)
  }
}
