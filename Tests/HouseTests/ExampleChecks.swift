import RulebookModel
import RulebookScoring
import RulebookText

/// What `rulecheck test` would say of a rulebook's examples.
enum ExampleChecks {
  /// The codes, one for each example that does not hold.
  static func codes(of rulebook: Rulebook) -> [String] {
    ExampleRunner.run(rulebook).compactMap { result in
      if !result.isComplete { return DiagnosticCode.exampleIncomplete.rawValue }
      return result.isMet(rulebook.examples[result.example]) ? nil : DiagnosticCode.exampleDiffers.rawValue
    }
  }
}
