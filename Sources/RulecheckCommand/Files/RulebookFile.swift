import RulebookModel
import RulebookSyntax
import RulebookText

/// A rulebook's file, decoded; what stands in the way of decoding it is a diagnostic.
struct RulebookFile {
  /// The file.
  let file: InputFile
  /// Its text; nil where it is not text.
  let source: SourceText?
  /// What there is to say of its bytes.
  let diagnostics: [Diagnostic]

  /// Reads and decodes the file at `path`.
  init(path: String) throws(Failure) {
    file = try InputFile(path: path, limit: InputFile.rulebookLimit)
    let place = Label(file: file.path, range: TextRange(0, 0))
    switch TextDecoder.decode(name: file.path, bytes: file.bytes) {
    case .text(let text):
      source = text
      diagnostics = text.encoding == .utf8 ? [] : [.otherEncoding(text.encoding, at: place)]
    case .damaged(let damage):
      source = nil
      diagnostics = [.damagedRulebook(damage, at: place)]
    case .utf16:
      source = nil
      diagnostics = [.utf16Rulebook(at: place)]
    case .binary(let offset):
      source = nil
      diagnostics = [.binaryRulebook(offset: offset, at: place)]
    }
  }

  /// The rulebook in it, and everything there is to say about it.
  func load() -> (rulebook: Rulebook?, tree: SyntaxTree?, diagnostics: [Diagnostic]) {
    guard let source else { return (nil, nil, diagnostics) }
    let outcome = Resolver.load(source)
    return (outcome.rulebook, outcome.tree, diagnostics + outcome.diagnostics)
  }

  /// 年度, as the head of the file states it, and its line; nil where it states none.
  ///
  /// Only lines in which the word stands are read, since every file in a folder is asked for its year.
  var year: (value: Int, line: Int)? {
    guard let source else { return nil }
    let word = Array("年度".utf8)
    let isBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    for line in source.bytes.split(omittingEmptySubsequences: false, whereSeparator: isBreak) {
      if line.contains(word), let year = Self.year(statedIn: Array(line)) {
        return (year, LineTable(source).line(at: line.startIndex))
      }
    }
    return nil
  }

  private static func year(statedIn line: [UInt8]) -> Int? {
    for case .annotation(let annotation) in Parser.parse(SourceText(name: "", bytes: line)).tree.lines.lazy
      .flatMap(\.segments)
    {
      if case .directive(.year(let year)) = annotation.content { return year }
    }
    return nil
  }
}
