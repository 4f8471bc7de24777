import RulebookText
import Testing

@testable import RulebookEvidence

@Suite struct CSVReaderTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var rows: [[String]]
    var faults: [String] = []
    var testDescription: String { text.debugDescription }
  }

  static let good: [Case] = [
    Case(text: "", rows: []),
    Case(text: "a,b", rows: [["a", "b"]]),
    Case(text: "a,b\n", rows: [["a", "b"]]),
    Case(text: "a,b\r\nc,d\r\n", rows: [["a", "b"], ["c", "d"]]),
    Case(text: "a,\n,b\n", rows: [["a", ""], ["", "b"]]),
    Case(text: "\n\na", rows: [[""], [""], ["a"]]),
    Case(text: "\"a,b\",c", rows: [["a,b", "c"]]),
    Case(text: "\"a\nb\",c\n", rows: [["a\nb", "c"]]),
    Case(text: "\"a\r\nb\",c\r\n", rows: [["a\r\nb", "c"]]),
    Case(text: "\"他说\"\"好\"\"\",c", rows: [["他说\"好\"", "c"]]),
    Case(text: "\"\",c", rows: [["", "c"]]),
    Case(text: "\"\"\"\",c", rows: [["\"", "c"]]),
    Case(text: " a , b\u{3000},\u{A0}c", rows: [["a", "b", "c"]]),
    Case(text: "张三,\u{301}5", rows: [["张三", "\u{301}5"]]),
    Case(text: "（甲）,乙", rows: [["（甲）", "乙"]]),
    Case(text: "'=1+1,'-3,'＝2,'甲", rows: [["=1+1", "-3", "＝2", "'甲"]]),
    Case(text: "a,b\u{2028}c", rows: [["a", "b\u{2028}c"]]),
  ]

  static let broken: [Case] = [
    Case(text: "a\"b,c\nd,e", rows: [["a\"b", "c"], ["d", "e"]], faults: ["quoteInsideCell 1-2"]),
    Case(text: "a, \"b\"\n", rows: [["a", "\"b\""]], faults: ["quoteInsideCell 3-4"]),
    Case(text: "\"a\"b,c\n", rows: [["a", "c"]], faults: ["textAfterQuote 3-4"]),
    Case(text: "\"a\" ,c\n", rows: [["a", "c"]], faults: ["textAfterQuote 3-4"]),
    Case(text: "a,\"b\nc,d\n", rows: [["a", "\"b\nc,d"]], faults: ["unclosedQuote 2-3"]),
    Case(text: "a\rb\rc", rows: [["a"], ["b"], ["c"]], faults: ["bareCarriageReturn 1-2"]),
    Case(text: "\"a\rb\",c", rows: [["a\rb", "c"]], faults: ["bareCarriageReturn 2-3"]),
    Case(text: "a,\u{FEFF}b", rows: [["a", "\u{FEFF}b"]], faults: ["byteOrderMark 2-5"]),
    Case(text: "a,\"\u{FEFF}\"", rows: [["a", "\u{FEFF}"]], faults: ["byteOrderMark 3-6"]),
  ]

  private func read(_ text: String, delimiter: UInt8 = UInt8(ascii: ",")) -> (
    rows: [[String]], faults: [String]
  ) {
    var reader = CSVReader(Array(text.utf8), delimiter: delimiter)
    var rows: [[String]] = []
    while reader.readRow() { rows.append(reader.cells.map { reader.bytes.text(of: $0) }) }
    return (rows, reader.faults.map { "\($0.kind) \($0.range.start)-\($0.range.end)" })
  }

  @Test(arguments: good) func `good text is cut into its cells`(_ sample: Case) {
    let result = read(sample.text)
    #expect(result.rows == sample.rows)
    #expect(result.faults == [])
  }

  @Test(arguments: broken) func `each fault is placed and reading goes on`(_ sample: Case) {
    let result = read(sample.text)
    #expect(result.rows == sample.rows)
    #expect(result.faults == sample.faults)
  }

  @Test func `any delimiter leaves the others as text`() {
    #expect(read("a;b,c\td", delimiter: UInt8(ascii: ";")).rows == [["a", "b,c\td"]])
    #expect(read("a;b,c\td", delimiter: 0x09).rows == [["a;b,c", "d"]])
  }

  @Test func `a long cell and many cells are told, not kept`() {
    #expect(read("a," + String(repeating: "x", count: 65_536)).faults == [])
    #expect(read("a," + String(repeating: "x", count: 65_537)).faults == ["longCell 2-2"])
    var reader = CSVReader(Array(String(repeating: ",", count: 5_000).utf8), delimiter: UInt8(ascii: ","))
    let hasRow = reader.readRow()
    #expect(hasRow)
    #expect(reader.width == 5_001)
    #expect(reader.cells.count == 1_024)
  }

  @Test func `a cell knows its place with its quotes and its words without`() throws {
    var reader = CSVReader(Array("a,\" b \",c".utf8), delimiter: UInt8(ascii: ","))
    let hasRow = reader.readRow()
    #expect(hasRow)
    let cell = try #require(reader.cells.dropFirst().first)
    #expect(cell.place == TextRange(2, 7))
    #expect(reader.bytes.words(of: cell) == Array("b".utf8))
  }
}
