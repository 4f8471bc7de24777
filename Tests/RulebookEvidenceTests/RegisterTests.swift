import RulebookEvidence
import RulebookModel
import RulebookText
import Testing

@Suite struct RegisterTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var rows: String
    var findings: [String]
    var testDescription: String { rows.debugDescription }
  }

  static let bad: [Case] = [
    Case(rows: "甲局,,是,政府\n甲局,,否,政府\n", findings: ["K0703 3 单位"]),
    Case(rows: "甲局,,是,政府\n甲 局,,否,政府\n", findings: ["K0705 3 单位"]),
    Case(rows: "甲局,小甲,是,政府\n乙局,小甲,否,政府\n", findings: ["K0704 3 简称"]),
    Case(rows: "甲局,乙局,是,政府\n乙局,,否,政府\n", findings: ["K0704 3 单位"]),
    Case(rows: "乙局,,是,政府\n甲局,乙局,否,政府\n", findings: ["K0704 3 简称"]),
    Case(rows: "第1局,,是,政府\n第l局,,否,政府\n", findings: ["K0705 3 单位"]),
    Case(rows: "O局,,是,政府\n0局,,否,政府\n", findings: ["K0705 3 单位"]),
    Case(rows: "A局,,是,政府\nＡ局,,否,政府\n", findings: ["K0705 3 单位"]),
    Case(rows: "A局,,是,政府\nА局,,否,政府\n", findings: ["K0705 3 单位"]),
    Case(rows: "豈局,,是,政府\n\u{F900}局,,否,政府\n", findings: ["K0705 3 单位"]),
    Case(rows: "甲\u{200B}局,,是,政府\n", findings: ["K0706 2 单位"]),
    Case(rows: "全体,,是,政府\n", findings: ["K0707 2 单位"]),
    Case(rows: "", findings: ["K0709 1"]),
    Case(rows: ",,是,政府\n", findings: ["K0605 2 单位"]),
    Case(rows: "甲局,,,政府\n", findings: ["K0711 2 参加工业竞赛"]),
    Case(rows: "甲局,,是,\n", findings: ["K0711 2 单位类型"]),
    Case(rows: "甲局,,不,政府\n", findings: ["K0712 2 参加工业竞赛"]),
    Case(rows: "甲局,,是,企业\n", findings: ["K0712 2 单位类型"]),
    Case(rows: "甲局,,,企业\n", findings: ["K0711 2 参加工业竞赛", "K0712 2 单位类型"]),
    Case(rows: "甲局,是,政府\n", findings: ["K0602 2"]),
  ]

  @Test(arguments: bad) func `what is wrong with the register is told`(_ sample: Case) {
    let reading = read([], register: "单位,简称,参加工业竞赛,单位类型\n" + sample.rows)
    #expect(reading.findings == sample.findings)
    #expect(reading.hasErrors)
  }

  @Test func `units, short names and answers are kept`() {
    let register = read([], register: Sample.register).table.register
    #expect(register.units == ["市发展局", "市财政局", "市信访局"])
    #expect(register.aliases == [["发展局", "发改"], [], []])
    #expect(register.answers == [[1, 1], [0, 1], [1, 0]])
    #expect(register.unit(named: "发改") == 0)
    #expect(register.unit(named: "市 信访局") == 2)
    #expect(register.unit(named: "信访局") == nil)
  }

  @Test func `columns stand in any order, extra ones are noted, 简称 may be absent`() {
    let reading = read([], register: "单位类型,备注,单位,参加工业竞赛\n政府,x,甲局,×\n")
    #expect(reading.findings == ["K0629 1"])
    #expect(reading.table.register.answers == [[0, 1]])
  }

  @Test func `each declared property needs its column`() {
    let reading = read([("台账.csv", "单位,证据\n甲局,投诉查实\n丁局,投诉查实\n")], register: "单位,单位类型\n甲局,政府\n")
    #expect(reading.findings == ["K0710 1", "K0702 3 单位"])
    #expect(reading.table.rowCount == 0)
    #expect(reading.table.register.units == [])
  }

  @Test func `there is exactly one register`() {
    let ledger = (name: "台账.csv", text: "单位,证据\n市发展局,投诉查实\n市发展局,投诉\n")
    let none = read([ledger], register: nil)
    #expect(none.diagnostics.map(\.code) == [.missingRegister, .unknownEvidence])
    #expect(none.table.rowCount == 0)
    let two = read([ledger, ("旧/单位名册.csv", Sample.register)])
    #expect(two.diagnostics.map(\.code) == [.secondRegister, .unknownEvidence])
    #expect(two.table.rowCount == 0)
  }

  @Test func `rows of a unit whose register row is wrong raise no second message`() {
    let register = "单位,参加工业竞赛,单位类型\n甲局,,政府\n乙局,是,政府\n"
    let reading = read([("台账.csv", "单位,证据\n甲局,投诉查实\n乙局,投诉查实\n")], register: register)
    #expect(reading.findings == ["K0711 2 参加工业竞赛"])
    #expect(reading.table.register.units == ["乙局"])
    #expect(reading.rows == ["乙局 投诉查实 1"])
    #expect(reading.files.map(\.leftOutCount) == [1, 1])
  }

  @Test func `a broken register does not make its units unknown`() {
    let register = "单位,参加工业竞赛,单位类型\n甲局,政府\n乙局,是,政府\n"
    let reading = read([("台账.csv", "单位,证据\n甲局,投诉查实\n乙局,投诉查实\n")], register: register)
    #expect(reading.findings == ["K0602 2"])
    #expect(reading.table.rowCount == 0)
  }
}
