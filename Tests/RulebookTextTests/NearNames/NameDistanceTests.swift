import Testing

@testable import RulebookText

@Suite struct NameDistanceTests {
  @Test(
    arguments: [
      ("察", "查", 25), ("己", "已", 25), ("森", "生", 40), ("市委", "委市", 50), ("妇联", "残联", 100), ("ab", "Ab", 25),
      ("财政局", "财局", 100), ("财局", "财政局", 100), ("", "局", 100), ("局", "局", 0), ("章程", "脏层", 80),
      ("信息报送", "新西抱宋", 100), ("甲乙丙", "丙乙甲", 200), ("平", "频", 40), ("账", "帐", 25),
    ] as [(String, String, Int)])
  func `The distance is that of the cheapest changes, both ways`(left: String, right: String, cost: Int) {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(NameDistance(from: left, to: right).cost == cost)
    #expect(NameDistance(from: right, to: left).cost == cost)
  }

  @Test func `Changes come in the order of the name`() {
    let distance = NameDistance(from: Array("察实数".unicodeScalars), to: Array("投查实".unicodeScalars))
    #expect(distance.reason == "缺少“投”，“察”与“查”同音，多出“数”")
  }

  @Test(
    arguments: [
      ("行", "航", "星"), ("会", "汇", "快"), ("绿", "录", "律"), ("查", "察", "茶"),
    ] as [(Unicode.Scalar, Unicode.Scalar, Unicode.Scalar)])
  func `A character has its common readings`(
    scalar: Unicode.Scalar, one: Unicode.Scalar, other: Unicode.Scalar
  ) {
    #expect(Pinyin.sameSound(scalar, one))
    #expect(Pinyin.sameSound(scalar, other))
  }

  @Test(arguments: ["𠮷", "a"] as [Unicode.Scalar])
  func `A character that is not common has none`(scalar: Unicode.Scalar) {
    #expect(Pinyin.syllables(of: scalar).isEmpty)
    #expect(!Pinyin.sameSound(scalar, scalar))
  }

  @Test func `All 3,755 common characters have a reading, in order`() {
    #expect(Set(Pinyin.readings.map { $0 >> 16 }).count == 3_755)
    #expect(zip(Pinyin.readings, Pinyin.readings.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Pinyin.readings.allSatisfy { Int($0 & 0xFFFF) < Pinyin.blurred.count })
  }
}
