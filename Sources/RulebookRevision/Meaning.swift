public import RulebookModel
import ExactArithmetic
import RulebookSyntax
import RulebookText

/// What a rulebook says, whatever way it is written: everything in it but where it stands.
///
/// Two rulebooks of one meaning score every year alike. The model is walked as it is, so that nothing that is added to
/// it later can be forgotten here; places are left out, and words count as the language compares them.
public struct Meaning: Sendable, Hashable {
  /// The leaves of the model, in order, each behind the names of what it stands in.
  private var leaves: [String] = []

  /// The meaning of a rulebook.
  public init(_ rulebook: Rulebook) { add(rulebook) }

  private mutating func add(_ part: Any) {
    switch part {
    case is TextRange, is SourceText: return
    case let text as String: leaves.append(FoldedText.text(text))
    case let number as Rational: leaves.append(number.description)
    default: addParts(of: part)
    }
  }

  private mutating func addParts(of part: Any) {
    let mirror = Mirror(reflecting: part)
    guard !mirror.children.isEmpty else {
      leaves.append("\(part)")
      return
    }
    leaves.append("(")
    for child in mirror.children where !(part is Example && child.label == "text") {
      if let label = child.label { leaves.append(label) }
      add(child.value)
    }
    leaves.append(")")
  }
}
