import RulebookSyntax
import RulebookText

/// A name for evidence made from the words of the sentence that it stands in.
enum ProposedName {
  /// A name with more characters is shortened where that leaves whole words.
  private static let many = 14
  /// Most characters of a name; those at the end of a clause say what has happened.
  private static let most = 24

  /// A name from the words before a bracket; `nil` where nothing is left of them.
  static func from(_ words: String) -> String? {
    let parts = FoldedText.text(words).unicodeScalars.split { [",", ";", "。", ":"].contains($0) }
    let candidates = parts.reversed().map { plain($0) }
    let name = candidates.first { $0.unicodeScalars.count >= 4 } ?? candidates.first { !$0.isEmpty }
    return name.flatMap { isName($0) ? $0 : nil }
  }

  /// The name, or with a number behind it, so that no two are the same.
  static func distinct(_ name: String, _ used: inout Set<String>) -> String {
    var distinct = name
    var count = 2
    while !used.insert(distinct).inserted {
      distinct = name + ["", "", "二", "三", "四", "五", "六", "七", "八", "九"][min(count, 9)]
      if count > 9 { distinct += "\(count)" }
      count += 1
    }
    return distinct
  }

  /// The 汉字, letters and digits of a part, without what says nothing, shortened from the front.
  private static func plain(_ part: Substring.UnicodeScalarView.SubSequence) -> String {
    var depth = 0
    var name = String(
      String.UnicodeScalarView(
        part.filter { scalar in
          if scalar == "(" { depth += 1 }
          if scalar == ")" { depth -= 1 }
          return depth == 0 && (scalar.isIdeograph || scalar.isLetterOrDigit)
        }))
    var isChanging = true
    while isChanging {
      isChanging = false
      for ending in DraftingWords.emptyEndings where name.hasSuffix(ending) && name != ending {
        name.removeLast(ending.count)
        isChanging = true
      }
      for beginning in DraftingWords.emptyBeginnings where name.hasPrefix(beginning) && name != beginning {
        name.removeFirst(beginning.count)
        isChanging = true
      }
    }
    return shortened(name)
  }

  /// What stands behind the first 的 that leaves little enough; what has not been done is kept whole as long as it fits,
  /// and never loses its 未.
  private static func shortened(_ name: String) -> String {
    let isNegative = DraftingWords.negations.contains(where: name.hasPrefix)
    if name.count <= (isNegative ? most : many) { return name }
    let head = isNegative ? name.prefix(name.hasPrefix("违反") ? 2 : 3) : ""
    var rest = name.dropFirst(head.count)
    while let place = rest.firstIndex(of: "的") {
      rest = rest[rest.index(after: place)...]
      if (4...many).contains(rest.count) { return String(head + rest) }
    }
    return String(head + name.dropFirst(head.count).suffix(most - head.count))
  }

  /// Whether the parser takes it for a name.
  private static func isName(_ name: String) -> Bool {
    let (tree, problems) = Parser.parse(SourceText(name: "", "甲【\(name)】"))
    guard problems.isEmpty, case .annotation(let annotation)? = tree.lines.first?.segments.last,
      case .evidence = annotation.content
    else { return false }
    return true
  }
}
