/// The completions of a shell, made from the verbs, their options and their help.
struct CompletionScript {
  /// The shells that are known.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  /// The script.
  let text: String

  /// The completions of `shell`.
  init(_ shell: Shell) {
    text =
      switch shell {
      case .bash: Self.bash
      case .zsh: Self.zsh
      case .fish: Self.fish
      }
  }

  private static let verbs = Verb.allCases.map(\.rawValue)

  // Where nothing is offered, bash completes the names of files.
  private static var bash: String {
    var values: [String] = []
    var options: [String] = []
    for verb in Verb.allCases {
      for option in verb.options {
        guard case .words(let words)? = CompletionValues(option, of: verb) else { continue }
        values.append("    '\(verb.rawValue) \(option.rawValue)') words='\(words.joined(separator: " "))' ;;")
      }
      let names = verb.options.flatMap(\.spellings).joined(separator: " ")
      let operands = if case .words(let words) = CompletionValues(verb) { words } else { [String]() }
      options.append(
        "      \(verb.rawValue)) options='\(names)' operands='\(operands.joined(separator: " "))' ;;")
    }
    return """
      _rulecheck() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}
        local words= options= operands=
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W '\(verbs.joined(separator: " ")) --help --version' -- "$word"))
          return
        fi
        case "$verb $before" in
      \(values.joined(separator: "\n"))
          *)
            case "$verb" in
      \(options.joined(separator: "\n"))
            esac
            case "$word" in
              -*) words=$options ;;
              *) words=$operands ;;
            esac ;;
        esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
      }
      complete -o default -F _rulecheck rulecheck

      """
  }

  private static var zsh: String {
    let entries = Verb.allCases.map { "    '\($0.rawValue):\(HelpText.brief(of: $0).words.zshQuoted)'" }
    let cases = Verb.allCases.map { verb in
      let lines = verb.options.flatMap { option in
        option.spellings.map {
          "        '\($0)[\(HelpText.words(for: option, of: verb).zshQuoted)]\(zshValues(option, verb))'"
        }
      }
      return
        "    \(verb.rawValue)) _arguments \\\n\((lines + ["        '*\(zshValues(CompletionValues(verb)))' ;;"]).joined(separator: " \\\n"))"
    }
    return """
      #compdef rulecheck
      _rulecheck() {
        local -a verbs
        verbs=(
      \(entries.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )); then
          _describe 'rulecheck' verbs
          return
        fi
        shift words
        (( CURRENT-- ))
        case $words[1] in
      \(cases.joined(separator: "\n"))
        esac
      }
      if [ "$funcstack[1]" = "_rulecheck" ]; then _rulecheck "$@"; else compdef _rulecheck rulecheck; fi

      """
  }

  private static func zshValues(_ option: Option, _ verb: Verb) -> String {
    CompletionValues(option, of: verb).map { zshValues($0) } ?? ""
  }

  private static func zshValues(_ values: CompletionValues) -> String {
    switch values {
    case .words(let words): ":value:(\(words.joined(separator: " ")))"
    case .paths: ":file:_files"
    case .anything: ":value: "
    }
  }

  private static var fish: String {
    var lines = [
      "complete -c rulecheck -f -n __fish_use_subcommand -l help",
      "complete -c rulecheck -f -n __fish_use_subcommand -l version",
    ]
    for verb in Verb.allCases {
      let words = HelpText.brief(of: verb).words.fishQuoted
      lines.append("complete -c rulecheck -f -n __fish_use_subcommand -a \(verb.rawValue) -d \(words)")
      let start = "complete -c rulecheck -n '__fish_seen_subcommand_from \(verb.rawValue)'"
      if case .words(let words) = CompletionValues(verb) {
        lines.append("\(start) -f -a '\(words.joined(separator: " "))'")
      }
      for option in verb.options {
        let names = option.spellings.map {
          $0.hasPrefix("--") ? "-l \($0.dropFirst(2))" : "-s \($0.dropFirst())"
        }
        let description = HelpText.words(for: option, of: verb).fishQuoted
        lines.append("\(start) \(names.joined(separator: " "))\(fishValues(option, verb)) -d \(description)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fishValues(_ option: Option, _ verb: Verb) -> String {
    switch CompletionValues(option, of: verb) {
    case nil: ""
    case .words(let words)?: " -x -a '\(words.joined(separator: " "))'"
    case .paths?: " -r"
    case .anything?: " -x"
    }
  }
}

extension String {
  /// Within '…' of zsh, in a description.
  fileprivate var zshQuoted: String {
    flatMap { character -> String in
      switch character {
      case "'": "'\\''"
      case "[", "]", ":", "\\": "\\\(character)"
      default: String(character)
      }
    }.reduce(into: "") { $0.append($1) }
  }

  /// A word of fish.
  fileprivate var fishQuoted: String {
    "'" + replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
