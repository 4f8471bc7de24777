import RulebookSyntax
import RulebookText

extension Checks {
  /// K0322: 年度, the title and the name of the file speak of one year; in a copy of last year's rulebook one of them
  /// is easily left as it was.
  static func years(_ rulebook: Rulebook, _ tree: SyntaxTree) -> [Diagnostic] {
    let name = WrittenYears.all(in: lastPart(of: rulebook.source.name))
    let title = WrittenYears.span(in: rulebook.title)
    let titleDiffers = title.map { !$0.contains(rulebook.year) } ?? false
    if titleDiffers, let title, name.contains(rulebook.year) || name.isEmpty {
      return tree.place(of: .title).map {
        [.yearDiffers(rulebook.year, from: title.upperBound, in: "标题", at: label(rulebook, $0))]
      } ?? []
    }
    guard let other = name.first, !name.contains(rulebook.year) else { return [] }
    return tree.place(of: .year).map {
      [.yearDiffers(rulebook.year, from: other, in: "文件名", at: label(rulebook, $0))]
    } ?? []
  }

  private static func label(_ rulebook: Rulebook, _ place: TextRange) -> Label {
    Label(file: rulebook.source.name, range: place)
  }

  private static func lastPart(of path: String) -> String {
    path.unicodeScalars.split(separator: "/").last.map { String($0) } ?? path
  }
}

extension SyntaxTree {
  /// Where 细则 or 年度 stands.
  fileprivate func place(of word: DirectiveWord) -> TextRange? {
    for case .annotation(let annotation) in lines.lazy.flatMap(\.segments) {
      switch annotation.content {
      case .directive(.title) where word == .title: return annotation.range
      case .directive(.year) where word == .year: return annotation.range
      default: continue
      }
    }
    return nil
  }
}
