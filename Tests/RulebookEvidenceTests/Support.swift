import ExactArithmetic
import RulebookEvidence
import RulebookModel
import RulebookSyntax
import RulebookText
import Testing

/// A rulebook of 2013 with one evidence of each sort.
enum Sample {
  static let offices = ["市纪委", "信访局", "市委办", "人大办", "环保局"]

  static let evidence: [Evidence] = [
    Evidence(name: "投诉查实", kind: .count, measureWord: "起", combination: .sum, assessors: [0]),
    Evidence(
      name: "信息报送", kind: .count, measureWord: "篇", period: .month, combination: .sum, assessors: [0]),
    Evidence(name: "未建立组织", kind: .yesNo, assessors: [0]),
    Evidence(name: "信访工作得分", kind: .score, fullMark: 100, assessors: [1]),
    Evidence(name: "年度要点完成率", kind: .completion, combination: .mean, assessors: [2]),
    Evidence(
      name: "议案办理扣分", kind: .amount, combination: .sum, leastAmount: Rational(numerator: 1, denominator: 10),
      greatestAmount: Rational(numerator: 1, denominator: 2), needsReason: true, assessors: [3]),
    Evidence(name: "优良天数", kind: .measurement, measureWord: "天", assessors: [4]),
    Evidence(name: "失泄密", kind: .count, combination: .sum, assessors: [0]),
    Evidence(
      name: "工业竞赛得分", kind: .score, fullMark: 100, assessors: [2],
      applicability: Applicability(alternatives: [[AttributeTest(attribute: 0, answer: 1)]])),
    Evidence(name: "招商金额", kind: .money, measureWord: "万元", assessors: [2]),
    Evidence(name: "满意率", kind: .percentage, assessors: [1, 2]),
    Evidence(name: "季度测评", kind: .score, period: .quarter, fullMark: 10, assessors: [1]),
    Evidence(name: "会议扣分", kind: .amount, combination: .sum, fullMark: 2, assessors: [3]),
    Evidence(name: "月度达标", kind: .yesNo, period: .month, assessors: [0]),
  ]

  static let attributes = [
    UnitAttribute(name: "参加工业竞赛"), UnitAttribute(name: "单位类型", values: ["党群", "政府", "垂直"]),
  ]

  /// The only place where a rulebook is made.
  static func rulebook(
    attributes: [UnitAttribute] = attributes, evidence: [Evidence] = evidence
  ) -> Rulebook {
    Rulebook(
      source: SourceText(name: "2013.rulebook", "【年度：2013】"), title: "考核细则", year: 2013,
      attributes: attributes, offices: offices, evidence: evidence)
  }

  static let register = """
    单位,简称,参加工业竞赛,单位类型
    市发展局,发展局、发改,是,政府
    市财政局,,否,政府
    市信访局,,√,党群

    """
}

/// Reads files given as text, in the order of `files`.
func read(
  _ files: [(name: String, text: String)], register: String? = Sample.register,
  rulebook: Rulebook = Sample.rulebook(), options: EvidenceOptions = EvidenceOptions()
) -> EvidenceReading {
  var all = files.map { EvidenceFile(name: $0.name, bytes: Array($0.text.utf8)) }
  if let register { all.append(EvidenceFile(name: "单位名册.csv", bytes: Array(register.utf8))) }
  let reading = EvidenceReader.read(files: all, for: rulebook, options: options)
  checkWording(of: reading.diagnostics)
  return reading
}

/// Reads one ledger whose file is named for no office.
func readLedger(_ text: String, register: String? = Sample.register) -> EvidenceReading {
  read([("台账.csv", text)], register: register)
}

/// Reads rows of a ledger with all columns.
func readRows(_ rows: String...) -> EvidenceReading {
  readLedger("单位,证据,数量,日期,说明,材料,填报单位\n" + rows.map { $0 + "\n" }.joined())
}

extension EvidenceReading {
  /// Each diagnostic as code, line and column, such as `K0608 2 数量`; line 0 where the file is not known.
  ///
  /// Most tests read a ledger named for no office; what is noted of that is left out.
  var findings: [String] {
    let notes: [DiagnosticCode] = [.reportedByRows, .rowIsNoReport]
    return diagnostics.filter { !notes.contains($0.code) }.map { diagnostic in
      let source = sources.first { $0.name == diagnostic.primary.file }
      let line = source.map { LineTable($0).line(at: diagnostic.primary.range.start) } ?? 0
      let column = diagnostic.primary.text.split(separator: "”").first?.dropFirst() ?? ""
      return "\(diagnostic.code.rawValue) \(line)" + (column.isEmpty ? "" : " \(column)")
    }
  }

  /// Each row in words: unit, evidence, number, month.
  var rows: [String] {
    (0..<table.rowCount).map { row in
      let number = ScaledDecimal(mantissa: table.mantissas[row], scale: table.scales[row])
      let value = number?.rational.decimalText ?? "?"
      let month = table.months[row] == 0 ? "" : " \(table.months[row])月"
      return table.register.units[Int(table.units[row])] + " "
        + Sample.evidence[Int(table.evidence[row])].name + " " + value + month
    }
  }

  /// The words that the first diagnostic with `code` points at.
  func words(_ code: DiagnosticCode) -> String? {
    guard let primary = diagnostics.first(where: { $0.code == code })?.primary else { return nil }
    return sources.first { $0.name == primary.file }?.text(primary.range)
  }
}

/// Holds every message that any test meets to the rules of wording.
func checkWording(of diagnostics: [Diagnostic]) {
  let banned = ["语法", "解析", "token", "标识符", "非法", "无效", "异常", "参数", "字符串", "编码点", "未定义", "您", "你", "！"]
  for diagnostic in diagnostics {
    #expect(diagnostic.title.count <= 20, "\(diagnostic.title)")
    #expect(!diagnostic.basis.isEmpty, "\(diagnostic.title)")
    #expect(diagnostic.severity == .note || !diagnostic.remedy.isEmpty, "\(diagnostic.title)")
    for words in [diagnostic.title, diagnostic.basis, diagnostic.remedy] {
      #expect(!banned.contains { words.contains($0) }, "\(words)")
    }
  }
}
