import Testing

@testable import RulebookEvidence

@Suite struct NamesAndDaysTests {
  @Test func `an index finds each of many names and no other`() {
    var index = NameIndex()
    for value in 0..<1_000 { index.insert(Array("单位\(value)".utf8), value: Int32(value)) }
    #expect(index.count == 1_000)
    for value in 0..<1_000 { #expect(index.value(of: Array("单位\(value)".utf8)) == Int32(value)) }
    for name in ["", "单位", "单位1000", "单位01"] { #expect(index.value(of: Array(name.utf8)) == nil) }
    #expect(index.insert(Array("单位7".utf8), value: 9) == 7)
  }

  @Test func `a book finds names by folded width and without spaces`() {
    let book = NameBook(["A局（本级）", "B局"])
    #expect(book.value(of: "Ａ局(本级)") == 0)
    #expect(book.value(of: " B　局") == 1)
    #expect(book.value(of: "b局") == nil)
  }

  @Test func `skeletons are equal where names look alike`() {
    for (left, right) in [("1局", "l局"), ("O局", "0局"), ("A", "Ａ"), ("A", "А"), ("一局", "ー局")] {
      #expect(NameSkeleton(left) == NameSkeleton(right), "\(left) \(right)")
    }
    #expect(NameSkeleton("甲局") != NameSkeleton("乙局"))
  }

  @Test func `serial numbers count days`() {
    for (serial, text) in [
      (61, "1900-03-01"), (366, "1900-12-31"), (367, "1901-01-01"), (1_462, "1904-01-01"),
      (36_585, "2000-02-29"),
      (41_275, "2013-01-01"), (41_333, "2013-02-28"), (41_334, "2013-03-01"), (41_639, "2013-12-31"),
      (2_958_465, "9999-12-31"),
    ] { #expect(CivilDate(serial: serial)?.text == text) }
    #expect(CivilDate(serial: 60) == nil)
    #expect(CivilDate(serial: 2_958_466) == nil)
  }
}
