import RulebookSyntax
import RulebookText

extension Checks {
  /// K0428: points in words that 【说明】 takes out are pointed out, lest they be taken for scored.
  static func explanations(_ sentences: [Sentence], _ words: OfficialWords) -> [Diagnostic] {
    sentences.lazy.filter(\.isExplained).flatMap { sentence in
      sentence.explanations.compactMap { text, explanation in
        let said = OfficialPhrases(in: words.source.bytes, [text], measureWords: words.measureWords)
        guard let found = said.phrases.first(where: { $0.effect.verb != nil }) else { return nil }
        return .explainedScore(
          words.source.text(found.range), at: words.label(found.range),
          explanation: words.label(explanation, "这里写了【说明】"))
      }
    }
  }
}
