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

  /// 年度, as the head of the file states it; nil where it states none.
  var year: Int? {
    guard let source else { return nil }
    return Parser.parse(source).tree.directives.lazy.compactMap { directive in
      if case .year(let year) = directive { year } else { nil }
    }.first
  }
}

extension SyntaxTree {
  /// All directives, in order.
  var directives: [DirectiveSyntax] {
    lines.flatMap(\.segments).compactMap { segment in
      guard case .annotation(let annotation) = segment, case .directive(let directive) = annotation.content
      else {
        return nil
      }
      return directive
    }
  }
}

/// The rulebooks of a folder.
enum RulebookFolder {
  /// The folder that is looked in where none is named.
  static let standard = "rulebooks"

  /// The paths of the rulebooks in the standard folder and its `examples`.
  static func standardPaths() throws(Failure) -> [String] {
    let folder = try Folder(path: standard)
    var paths = folder.paths(endingWith: ".rulebook")
    if folder.names.contains("examples") {
      paths += try Folder(path: folder.path(of: "examples")).paths(endingWith: ".rulebook")
    }
    guard !paths.isEmpty else { throw .couldNotRun("文件夹“\(standard)”里没有扩展名为 .rulebook 的规则文件") }
    return paths
  }

  /// The one rulebook of `year` in the folder at `path`.
  static func rulebook(of year: Int, inFolder path: String) throws(Failure) -> RulebookFile {
    let paths = try Folder(path: path).paths(endingWith: ".rulebook")
    guard !paths.isEmpty else { throw .couldNotRun("文件夹“\(path)”里没有扩展名为 .rulebook 的规则文件") }
    var files: [(file: RulebookFile, year: Int?)] = []
    for path in paths {
      let file = try RulebookFile(path: path)
      files.append((file, file.year))
    }
    let found = files.filter { $0.year == year }.map(\.file)
    guard let first = found.first else {
      throw .couldNotRun(
        explainMissing(year, path, files.compactMap(\.year), unread: unreadNames(files.map(\.file))))
    }
    guard found.count == 1 else {
      let names = found.map { "“\($0.file.path)”" }.joined(separator: "、")
      throw .couldNotRun("\(year)年度的规则文件不止一个：\(names)；只留一个，其他移到别的文件夹")
    }
    return first
  }

  private static func explainMissing(_ year: Int, _ path: String, _ years: [Int], unread: [String]) -> String
  {
    let known = Set(years).sorted().map { "\($0)" }.joined(separator: "、")
    let have = years.isEmpty ? "这些文件都没有写【年度：…】" : "有的年度是 \(known)"
    let lost = unread.isEmpty ? "" : "；读不出文字的有 \(unread.joined(separator: "、"))"
    return "文件夹“\(path)”里没有\(year)年度的规则文件；\(have)\(lost)"
  }

  private static func unreadNames(_ files: [RulebookFile]) -> [String] {
    files.filter { $0.source == nil }.map { "“\($0.file.path)”" }
  }
}
