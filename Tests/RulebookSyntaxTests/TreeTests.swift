import RulebookSyntax
import RulebookText
import Testing

@Suite struct TreeTests {
  @Test func `the small rulebook of these tests is read without a diagnostic`() {
    let (tree, diagnostics) = Snippet.parse(Snippet.rich)
    #expect(tiles(tree))
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a sentence that a line break has cut is read as one and keeps its break`(_ lineBreak: String) {
    let text = [
      "一、甲（5分）", "未报的【甲】；", "未办的【乙】，", "各扣0.5分。", "迟到的【丙】，每次扣0.5分，最多扣", "1分；早退的【丁】、", "扣1分", "最多扣3分。",
    ].joined(separator: lineBreak)
    let (tree, diagnostics) = Snippet.parse(text)
    #expect(tiles(tree))
    #expect(diagnostics.isEmpty)
    let lines = tree.lines.map { line in line.segments.map { tree.source.text($0.range) }.joined() }
    #expect(lines.count == 5)
    let bytes = Array(text.utf8)
    for count in 0...bytes.count {
      #expect(tiles(Snippet.parse(Array(bytes.prefix(count))).tree), "\(count)")
    }
  }

  @Test(arguments: ["一、情00分名：工作", "一、甲00", "1.甲，0。5分", "一、得分=00×【甲】"])
  func `a figure that cannot be read in a title is gone past`(_ line: String) {
    #expect(tiles(Snippet.parse(line).tree))
  }

  @Test func `every prefix gives a tree whose text is the prefix`() {
    let bytes = Array(Snippet.rich.utf8)
    for count in 0...bytes.count {
      let prefix = Array(bytes.prefix(count))
      #expect(tiles(Snippet.parse(prefix).tree), "first \(count) bytes")
    }
  }

  @Test func `losing, doubling or swapping any byte still gives a tree of the text`() {
    let bytes = Array(Snippet.rich.utf8)
    for index in bytes.indices {
      var shorter = bytes
      shorter.remove(at: index)
      #expect(tiles(Snippet.parse(shorter).tree), "without byte \(index)")
      var longer = bytes
      longer.insert(bytes[index], at: index)
      #expect(tiles(Snippet.parse(longer).tree), "byte \(index) twice")
      guard index + 1 < bytes.count else { continue }
      var swapped = bytes
      swapped.swapAt(index, index + 1)
      #expect(tiles(Snippet.parse(swapped).tree), "bytes \(index) and \(index + 1) swapped")
    }
  }

  @Test func `losing, doubling or swapping any character still gives a tree of the text`() {
    let scalars = Array(Snippet.rich.unicodeScalars)
    for index in scalars.indices {
      for change in Change.allCases {
        let text = String(String.UnicodeScalarView(change.applied(to: scalars, at: index)))
        #expect(tiles(Snippet.parse(text).tree), "\(change) at \(index)")
      }
    }
  }

  private enum Change: CaseIterable {
    case loss, double, swap

    func applied(to scalars: [Unicode.Scalar], at index: Int) -> [Unicode.Scalar] {
      var changed = scalars
      switch self {
      case .loss: changed.remove(at: index)
      case .double: changed.insert(scalars[index], at: index)
      case .swap: if index + 1 < scalars.count { changed.swapAt(index, index + 1) }
      }
      return changed
    }
  }

  @Test func `bytes that are no text at all give a tree of them`() {
    let samples: [[UInt8]] = [
      Array(0...255), Array((0...255).reversed()), [0xE3, 0x80], [0xE3, 0x80, 0x90, 0xE3, 0x80],
      [0xFF, 0xFE, 0x0D],
      [0xEF, 0xBB, 0xBF], [0x0D, 0x0A, 0x0D, 0x0D, 0x0A], [0xF0, 0x9F, 0x98], [0xC0, 0x80, 0x0A],
      [0xED, 0xA0, 0x80],
    ]
    for bytes in samples { #expect(tiles(Snippet.parse(bytes).tree), "\(bytes.prefix(6))") }
  }

  @Test func `pieces of the language in any order give a tree of the text`() {
    let pieces = [
      "【", "】", "【【", "】】", "：", "，", "；", "。", "、", "（", "）", "一、", "（一）", "1.", "甲", "同上", "同：甲", "扣", "每",
      "少", "分", "0.2", "2", "次", "至少", "《", "》", "\n", "\r\n", "　", "\u{200B}", "项", "目", "适用", "其余：", "例：",
    ]
    var state: UInt64 = 42
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      #expect(tiles(Snippet.parse(text).tree), "\(text)")
    }
  }

  @Test func `lines end at CR, LF or both, and the last one may lack its break`() {
    let tree = Snippet.parse("一、甲\r\n二、乙\r三、丙\n四、丁").tree
    #expect(tree.lines.map(\.lineBreak.count) == [2, 1, 1, 0])
    #expect(tree.lines.compactMap(\.placement).count == 4)
    #expect(tiles(tree))
  }

  @Test func `an empty file has no lines`() {
    let (tree, diagnostics) = Snippet.parse("")
    #expect(tree.lines.isEmpty)
    #expect(diagnostics.isEmpty)
  }

  @Test func `a hundred thousand nested brackets are one mistake to a line`() {
    // Lines of 20 000 brackets keep below the limit of a line.
    let opening = Array(repeating: String(repeating: "（【", count: 10_000), count: 10).joined(separator: "\n")
    let (tree, diagnostics) = Snippet.parse(opening)
    #expect(tiles(tree))
    #expect(diagnostics.map(\.code) == Array(repeating: .bracketUnclosed, count: 10))
    let parentheses = "一、甲" + String(repeating: "（", count: 20_000)
    #expect(tiles(Snippet.parse(parentheses).tree))
  }

  @Test func `a line beyond the limit is kept as text and named`() {
    let line = Array(repeating: UInt8(ascii: "x"), count: 10 << 20)
    let (tree, diagnostics) = Snippet.parse(line)
    #expect(tiles(tree))
    #expect(diagnostics.map(\.code) == [.overLimit])
    let long = "一、甲（5分）\n" + String(repeating: "未", count: Limits.lineBytes) + "\n二、乙（5分）"
    let (second, problems) = Snippet.parse(long)
    #expect(tiles(second))
    #expect(problems.map(\.code) == [.overLimit])
    #expect(second.lines.compactMap(\.placement).count == 2)
  }
}
