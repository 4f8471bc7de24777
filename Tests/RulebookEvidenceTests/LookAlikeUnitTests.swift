import RulebookEvidence
import RulebookText
import Testing

/// A row counts for a unit only under its own name; width and blanks are no difference, another character is.
@Suite struct LookAlikeUnitTests {
  private static let register = "单位,简称,参加工业竞赛,单位类型\nA1豈局,,是,政府\n"

  @Test(arguments: [
    "А1豈局", "Α1豈局", "Al豈局", "AI豈局", "A1\u{F900}局", "A1豈\u{200B}局", "A1豈局\u{202E}", "A\u{301}1豈局",
    "A1豈局\u{FE00}",
  ])
  func `a name that only looks the same is refused`(name: String) {
    let reading = readLedger("单位,证据,数量\n\(name),投诉查实,1\n", register: Self.register)
    #expect(reading.hasErrors)
    #expect(reading.table.rowCount == 0)
    #expect(reading.diagnostics.allSatisfy { [.unknownUnit, .invisibleInUnit].contains($0.code) })
    #expect(reading.diagnostics.count == 1)
  }

  @Test(arguments: ["巿发展局", "市发展局\u{2800}", "市发展局\u{323}", "市發展局\u{200B}"])
  func `two units of a register do not look the same`(name: String) {
    let reading = readLedger(
      "单位,证据,数量\n", register: "单位,简称,参加工业竞赛,单位类型\n市发展局,,是,政府\n\(name),,是,政府\n")
    #expect(reading.hasErrors)
  }

  @Test(arguments: ["A1豈局", "Ａ１豈局", " A1 豈局 "]) func `width and blanks are no difference`(name: String) {
    let reading = readLedger("单位,证据,数量\n\(name),投诉查实,1\n", register: Self.register)
    #expect(reading.findings == [])
    #expect(reading.table.rowCount == 1)
  }
}
