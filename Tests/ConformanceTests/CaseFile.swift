import FoundationEssentials

/// One conformance case: a rulebook with evidence, and what must come of it. The format is told in
/// `Tests/Conformance/README.md`.
struct CaseFile: Sendable {
  /// Folder and file, such as `扣N分/01-扣一次.case`.
  var path: String
  /// The sections, in order.
  var sections: [Section]

  /// The lines under `=== name`.
  struct Section: Sendable {
    var name: String
    var lines: [String]

    /// The lines as a file, each with its break.
    var text: String { lines.map { Self.unescaped($0) + "\n" }.joined() }

    /// `line` with `<U+200B>` replaced by the character it names.
    private static func unescaped(_ line: String) -> String {
      var result = String.UnicodeScalarView()
      var rest = Substring(line)
      while let start = rest.firstRange(of: "<U+") {
        result.append(contentsOf: rest[..<start.lowerBound].unicodeScalars)
        rest = rest[start.upperBound...]
        let digits = rest.prefix { $0 != ">" }
        if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) { result.append(scalar) }
        rest = rest.dropFirst(digits.count + 1)
      }
      result.append(contentsOf: rest.unicodeScalars)
      return String(result)
    }
  }

  /// The section of that name, if the case has it.
  func section(_ name: String) -> Section? { sections.first { $0.name == name } }

  /// Reads the text of a case; what stands before the first section is a remark.
  init(path: String, text: String) {
    self.path = path
    sections = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("=== ") {
        sections.append(Section(name: String(line.dropFirst(4)), lines: []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(line)
      }
    }
    for index in sections.indices {
      while sections[index].lines.last?.isEmpty == true { sections[index].lines.removeLast() }
    }
  }
}

extension CaseFile {
  /// Every case of the folder `Conformance` beside this target, by folder and name.
  static let all: [CaseFile] = {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let folder = "/\(tests)/Conformance"
    let topics = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return topics.sorted().flatMap { topic in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(topic)")) ?? []
      return names.filter { $0.hasSuffix(".case") }.sorted().map { name in
        let bytes = FileManager.default.contents(atPath: "\(folder)/\(topic)/\(name)")
        return CaseFile(path: "\(topic)/\(name)", text: String(decoding: bytes ?? .init(), as: UTF8.self))
      }
    }
  }()
}
