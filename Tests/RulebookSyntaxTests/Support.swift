import ExactArithmetic
import RulebookSyntax
import RulebookText
import Testing

/// Reads snippets for the tests of the parser.
enum Snippet {
  /// A small rulebook with one of nearly everything the language has.
  static let rich = """
    \u{FEFF}【细则：甲市细则】
    【年度：2013】【名册：窗口、类型（党群、政府）】【缺：一】

    二、职能工作（5分，倒扣分1分）（由农办、“五创办”等考核）
    1.信息（2分）。【适用：窗口且非类型为党群】
    每月至少报送两篇【信息：按月，至少2篇】，少一篇扣0.2分；
    文件【绝密】、秘密【秘密】的，各扣2分、1分，最多扣2分。累计最多扣２分。
    不参加的得平均分。【其余：1，得平均分】
    得分=(70×实际达标率【达标率：百分率】-63（不含丙））×50%；最高分为7分，低于90%为0分。
    结案率【结案率】＝结案数【结案数：数值】÷总数【总数：数值】×100%。【得分=结案率×分值，最高5分】
    优质服务【项】
    市〔2013〕【【1号】】办事的【办事：满分100分，折算】【说明】
    办公室【考核单位】
    【例：窗口、信息每月2篇，本项得2分】
    """

  static func parse(_ text: String) -> (tree: SyntaxTree, diagnostics: [Diagnostic]) {
    Parser.parse(SourceText(name: "试.rulebook", text))
  }

  static func parse(_ bytes: [UInt8]) -> (tree: SyntaxTree, diagnostics: [Diagnostic]) {
    Parser.parse(SourceText(name: "试.rulebook", bytes: bytes))
  }

  /// The first evidence bracket of a line.
  static func evidence(_ line: String) -> EvidenceSyntax? {
    for segment in parse(line).tree.lines.flatMap(\.segments) {
      if case .annotation(let annotation) = segment, case .evidence(let evidence) = annotation.content {
        return evidence
      }
    }
    return nil
  }

  /// The directive in the first bracket of a line.
  static func directive(_ line: String) -> DirectiveSyntax? {
    for segment in parse(line).tree.lines.flatMap(\.segments) {
      if case .annotation(let annotation) = segment, case .directive(let directive) = annotation.content {
        return directive
      }
    }
    return nil
  }

  /// The consequences behind the bracket in `X的【甲】…`.
  static func consequences(behind words: String) -> [ConsequenceSyntax] {
    parse("未办的【甲】" + words).tree.lines.flatMap(\.segments).compactMap {
      if case .consequence(let consequence) = $0 { consequence } else { nil }
    }
  }

  /// The only phrase behind a bracket; `nil` where there is none or more than one, or words are left over.
  static func phrase(_ words: String) -> PhraseSyntax? {
    let found = consequences(behind: words)
    guard found.count == 1, found[0].phrases.count == 1, found[0].limits.isEmpty else { return nil }
    return found[0].phrases[0]
  }

  /// `0.2`, `1/4` as a number.
  static func number(_ text: String) -> Rational {
    let parts = text.split(separator: "/").map { DecimalText.parse($0.utf8) }
    guard case .value(let above)? = parts.first else { return 0 }
    guard parts.count == 2, case .value(let below) = parts[1] else { return above }
    return above.divided(by: below) ?? 0
  }
}

/// Whether the segments and breaks stand side by side from the first byte to the last.
func tiles(_ tree: SyntaxTree) -> Bool {
  var reached = 0
  for line in tree.lines {
    for range in line.segments.map(\.range) + [line.lineBreak] {
      guard range.start == reached else { return false }
      reached = range.end
    }
  }
  return reached == tree.source.bytes.count && tree.text == tree.source.bytes
}
