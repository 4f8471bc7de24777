/// What a folder of results was made from and holds, line by line.
///
/// The first line names the tool, each other one starts with a word and a blank. A fingerprint stands between the word
/// and the name of a file, so that a name may hold blanks.
public struct ResultsManifest: Sendable, Hashable {
  /// A file with its fingerprint.
  public struct Entry: Sendable, Hashable {
    /// Its name, without folders.
    public var name: String
    /// Its SHA-256 in hexadecimal digits.
    public var fingerprint: String

    /// A file of this name.
    public init(name: String, fingerprint: String) {
      self.name = name
      self.fingerprint = fingerprint
    }
  }

  /// The version of the tool.
  public var tool: String
  /// 年度.
  public var year: Int
  /// The folder of evidence as it was named.
  public var evidenceFolder: String
  /// The folder of rulebooks where one was named.
  public var rulebookFolder: String?
  /// Whether rows with errors were left out.
  public var keepsGoing: Bool
  /// The limits met, each in words; rows or files beyond them were left out.
  public var limits: [String]
  /// The rulebook.
  public var rulebook: Entry
  /// The files of evidence, in the order of their names.
  public var evidence: [Entry]
  /// The results.
  public var results: [Entry] = []

  /// A manifest without results yet.
  public init(
    tool: String, year: Int, evidenceFolder: String, rulebookFolder: String?, keepsGoing: Bool,
    limits: [String], rulebook: Entry, evidence: [Entry]
  ) {
    self.tool = tool
    self.year = year
    self.evidenceFolder = evidenceFolder
    self.rulebookFolder = rulebookFolder
    self.keepsGoing = keepsGoing
    self.limits = limits
    self.rulebook = rulebook
    self.evidence = evidence
  }

  private enum Word: String {
    case year = "年度"
    case evidenceFolder = "台账文件夹"
    case rulebookFolder = "规则文件夹"
    case option = "选项"
    case limit = "限度"
    case rulebook = "规则"
    case evidence = "台账"
    case result = "结果"
  }

  private static let tool = "rulecheck "
  private static let keepGoing = "--keep-going"

  /// The manifest as it stands in its file.
  public var text: String {
    var lines = [Self.tool + tool, line(.year, "\(year)"), line(.evidenceFolder, evidenceFolder)]
    if let rulebookFolder { lines.append(line(.rulebookFolder, rulebookFolder)) }
    if keepsGoing { lines.append(line(.option, Self.keepGoing)) }
    lines += limits.map { line(.limit, $0) }
    lines.append(line(.rulebook, rulebook))
    lines += evidence.map { line(.evidence, $0) } + results.map { line(.result, $0) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ word: Word, _ words: String) -> String { word.rawValue + " " + words.onOneLine }

  private func line(_ word: Word, _ entry: Entry) -> String {
    line(word, entry.fingerprint + " " + entry.name)
  }

  /// The manifest with this text; nil where it is not the text of one.
  public init?(text: String) {
    let lines = text.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    guard let first = lines.first, first.hasPrefix(Self.tool) else { return nil }
    let empty = Entry(name: "", fingerprint: "")
    self.init(
      tool: String(first.dropFirst(Self.tool.count)), year: 0, evidenceFolder: "", rulebookFolder: nil,
      keepsGoing: false, limits: [], rulebook: empty, evidence: [])
    for line in lines.dropFirst() where !read(line) { return nil }
    // Whatever was read otherwise than it is written is no manifest of ours.
    guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
  }

  private mutating func read(_ line: String) -> Bool {
    let parts = line.utf8.split(separator: 0x20, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 2, let word = Word(rawValue: parts[0]) else { return false }
    let words = parts[1].fromOneLine
    switch word {
    case .year:
      guard let number = Int(words) else { return false }
      year = number
    case .evidenceFolder: evidenceFolder = words
    case .rulebookFolder: rulebookFolder = words
    case .option: keepsGoing = words == Self.keepGoing
    case .limit: limits.append(words)
    case .rulebook, .evidence, .result:
      guard let entry = Entry(words) else { return false }
      switch word {
      case .rulebook: rulebook = entry
      case .evidence: evidence.append(entry)
      default: results.append(entry)
      }
    }
    return true
  }
}

extension ResultsManifest.Entry {
  fileprivate init?(_ words: String) {
    let parts = words.utf8.split(separator: 0x20, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 2, parts[0].utf8.count == 64 else { return nil }
    self.init(name: parts[1], fingerprint: parts[0])
  }
}

extension String {
  /// The text without line breaks: `\n` for one, `\r` likewise, and `\\` for a backslash.
  fileprivate var onOneLine: String {
    var bytes: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case 0x5C: bytes += Array("\\\\".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text that was brought on one line.
  fileprivate var fromOneLine: String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in utf8 {
      if isEscaped {
        bytes.append(byte == UInt8(ascii: "n") ? 0x0A : byte == UInt8(ascii: "r") ? 0x0D : byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
