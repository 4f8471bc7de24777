import RulebookEvidence
import RulebookModel
import RulebookText
import Testing

/// A ledger may be wrong in every row: the first of each kind are kept, the others counted, and all of them listed where
/// that is asked for.
@Suite struct ManyProblemsTests {
  private let files: [(name: String, text: String)] = [
    (
      "台账-市纪委.csv",
      "单位,证据,数量\n" + (1...250).map { "无此单位\($0),投诉查实,1\n市财政局,投诉查实,-\($0)\n" }.joined()
    ),
    ("台账-信访局.csv", "单位,证据,数量\n" + (1...40).map { "市财政局,没有的\($0),1\n" }.joined()),
  ]

  private func options(_ limit: Int) -> EvidenceOptions { EvidenceOptions(diagnosticsOfAKind: limit) }

  @Test func `the first of each kind are kept and the others counted`() {
    let all = read(files, options: options(10_000))
    #expect(all.further == [])
    #expect(all.diagnostics.count { $0.code == .unknownUnit } == 250)
    let few = read(files, options: options(7))
    for code in Set(all.diagnostics.map(\.code)) {
      let found = all.diagnostics.filter { $0.code == code }
      let kept = few.diagnostics.filter { $0.code == code }
      #expect(kept == Array(found.prefix(7)))
      let count = few.further.filter { $0.code == code }.reduce(0) { $0 + $1.count }
      #expect(kept.count + count == found.count)
      #expect(few.further.allSatisfy { $0.code != code || $0.severity == found.first?.severity })
    }
    #expect(few.table.rowCount == all.table.rowCount)
    #expect(few.files == all.files)
  }

  @Test func `errors that are only counted are errors`() {
    let rows = "单位,证据,数量\n无此单位甲,投诉查实,1\n"
    var reading = read([("台账-市纪委.csv", rows)])
    #expect(reading.hasErrors)
    reading.further = reading.diagnostics.map {
      FurtherDiagnostics(code: $0.code, severity: $0.severity, count: 1)
    }
    reading.diagnostics = []
    #expect(reading.hasErrors)
  }

  @Test func `all of them are listed, as they are told otherwise`() {
    let all = read(files, options: options(10_000))
    var listed: [Diagnostic] = []
    var greatest = 0
    let evidence = ([("单位名册.csv", Sample.register)] + files).map { name, text in
      EvidenceFile(name: name, bytes: Array(text.utf8))
    }
    let few = EvidenceReader.read(files: evidence, for: Sample.rulebook(), options: options(7)) {
      found, sources in
      listed += found
      greatest = max(greatest, found.count)
      for diagnostic in found { #expect(sources.source(named: diagnostic.primary.file) != nil) }
    }
    #expect(listed == all.diagnostics)
    #expect(few.diagnostics == read(files, options: options(7)).diagnostics)
    #expect(few.table.rowCount == all.table.rowCount)
    #expect(greatest <= 1_010)
  }

  @Test func `a ledger of another year is told as that, however many dates it has`() {
    let rows = (1...300).map { "市财政局,投诉查实,1,2011-05-\($0 % 28 + 1)\n" }.joined()
    let reading = read([("台账-市纪委.csv", "单位,证据,数量,日期\n" + rows)], options: options(5))
    #expect(reading.diagnostics.contains { $0.code == .otherYear })
    #expect(!reading.diagnostics.contains { $0.code == .dateOutsideYear })
    #expect(!reading.further.contains { $0.code == .dateOutsideYear })
  }
}
