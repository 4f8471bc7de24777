import RulebookText
import Testing

@testable import RulebookSyntax

/// Looking a word up in a list comes to what trying its words one by one does.
struct WordListTests {
  @Test("longer measure words stand before the words they begin with")
  func longerWordsFirst() {
    for (place, word) in MeasureWords.known.enumerated() {
      let hidden = MeasureWords.known[(place + 1)...].first { $0.hasPrefix(word) && $0 != word }
      #expect(hidden == nil, "\(word)")
    }
  }

  @Test("the first word of a list that comes next is read")
  func firstWord() {
    let list = WordList(MeasureWords.known + Wordings.nothing.words)
    for text in ["个百分点", "个", "％", "平 方米", "按０分处理。", "得", "", "不 予 得 分", "\u{3000}半年度"] {
      var cursor = Self.cursor(text)
      var plain = cursor
      let expected = list.words.first { plain.eat(word: $0) }
      #expect(cursor.eat(anyOf: list) == expected, "\(text)")
      #expect(cursor.position == plain.position, "\(text)")
    }
  }

  @Test("a closed list knows its words and no others", arguments: ["天", "万元", "万", "元元", "", "微克/立方米"])
  func closedList(_ word: String) {
    #expect(MeasureWords.ambiguous.contains(word) == MeasureWords.ambiguous.words.contains(word))
    #expect(MeasureWords.ambiguous.contains(Array(word.utf8)) == MeasureWords.ambiguous.words.contains(word))
  }

  @Test(
    "a figure is read alike with and without the short way",
    arguments: ["0.2分", "12项", "007分", "9点", "5", "1.分"])
  func plainDecimals(_ text: String) {
    var short = Self.cursor(text)
    var long = Self.cursor("\u{3000}" + text + " ")
    if let numeral = short.plainDecimal() {
      #expect(long.number()?.value == numeral.value)
      #expect(long.position == short.position + 3)
    } else {
      #expect(short.position == 0)
    }
  }

  private static func cursor(_ text: String) -> Cursor {
    Cursor(Array(text.utf8), TextRange(0, text.utf8.count))
  }
}
