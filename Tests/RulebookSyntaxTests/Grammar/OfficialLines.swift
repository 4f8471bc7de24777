import FoundationEssentials
import RulebookSyntax

/// Lines of real rulebooks: the published 2013 one and those of the conformance cases.
enum OfficialLines {
  /// Every line that may be one of a rulebook.
  static let all: [String] = {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let cases = "\(root)/Tests/Conformance"
    let topics = (try? FileManager.default.contentsOfDirectory(atPath: cases)) ?? []
    let files = topics.sorted().flatMap { topic in
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(cases)/\(topic)")) ?? []).sorted().map {
        "\(cases)/\(topic)/\($0)"
      }
    }
    return (["\(root)/rulebooks/2013.rulebook"] + files).flatMap { path in
      let bytes = FileManager.default.contents(atPath: path).map(Array.init) ?? []
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }()

  /// What stands in brackets.
  static let contents: [String] = distinct { line in
    line.split(separator: "【", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      piece.firstIndex(of: "】").map { String(piece[..<$0]) }
    }
  }

  /// What stands behind brackets, up to the next one.
  static let tails: [String] = distinct { line in
    line.split(separator: "】", omittingEmptySubsequences: false).dropFirst().map { piece in
      String(piece.prefix { $0 != "【" })
    }
  }

  /// Lines that begin as a heading may.
  static let headings: [String] = distinct { line in
    let beginnings = "一二三四五六七八九十第（(㈠㈡⑴⑵①②0123456789１２３".unicodeScalars
    return line.unicodeScalars.first.map(beginnings.contains) == true ? [line] : []
  }

  /// Parentheses, as tails of headings have them.
  static let parentheses: [String] = distinct { line in
    line.split(separator: "（").dropFirst().compactMap { piece in
      piece.firstIndex(of: "）").map { "（" + piece[...$0] }
    }
  }

  private static func distinct(_ pieces: (String) -> [String]) -> [String] {
    Set(all.filter { !$0.contains("<U+") && !partsFigure($0) }.flatMap(pieces).filter { !$0.isEmpty })
      .sorted()
  }

  /// Whether a blank stands between two digits, which the grammar says in words.
  private static func partsFigure(_ line: String) -> Bool {
    let scalars = Array(line.unicodeScalars)
    return scalars.indices.dropFirst().dropLast().contains { index in
      scalars[index] == " " && scalars[index - 1].isDigit && scalars[index + 1].isDigit
    }
  }
}
