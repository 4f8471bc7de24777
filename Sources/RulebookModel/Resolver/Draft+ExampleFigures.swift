import ExactArithmetic
import RulebookSyntax
import RulebookText

/// Figures of 指标表 in 【例】: 省外亿元项目的目标3个, 全市平均增幅8.5%, 税收的上年不适用.
extension Draft {
  /// Reads 的目标3个 behind the name of an evidence; `nil` where something else stands there.
  func exampleFigure(
    _ cursor: inout Cursor, of evidence: Int, into example: inout Example
  ) -> Result<Void, ExampleProblem>? {
    var copy = cursor
    _ = copy.eat("的")
    for kind in [ReferenceFigure.Kind.target, .lastYear] where copy.eat(word: kind.rawValue) {
      cursor = copy
      guard let reference = references.firstIndex(where: { $0.kind == kind && $0.evidence == evidence })
      else {
        let name = self.evidence[evidence].evidence.name
        return .failure(ExampleProblem(words: "规则里“\(name)”没有和\(kind.rawValue)比"))
      }
      return setting(&cursor, reference, into: &example)
    }
    return nil
  }

  /// Reads 8.5% behind the name of a figure that is one for all.
  func exampleShared(
    _ cursor: inout Cursor, _ name: Int, into example: inout Example
  ) -> Result<Void, ExampleProblem> {
    let shown = shared[name].text
    guard
      let reference = references.firstIndex(where: {
        $0.kind == .shared && FoldedName($0.name) == FoldedName(shown)
      })
    else { return .failure(ExampleProblem(words: "没有一条规则和“\(shown)”比")) }
    return setting(&cursor, reference, into: &example)
  }

  private func setting(
    _ cursor: inout Cursor, _ reference: Int, into example: inout Example
  ) -> Result<Void, ExampleProblem> {
    let figure = references[reference]
    if figure.kind != .shared, cursor.eat(word: "不适用") {
      example.settings.append(Example.Setting(reference: reference, figure: nil))
      return .success(())
    }
    let isNegative = cursor.eat("-")
    guard let number = cursor.number() else {
      return .failure(ExampleProblem(words: "“\(figure.title)”后面写一个数，或者“不适用”"))
    }
    _ =
      cursor.eat("分") || cursor.eat("%")
      || cursor.measureWord(extra: figure.measureWord.map { [$0] } ?? []) != nil
    let value = isNegative ? -number.value : number.value
    example.settings.append(Example.Setting(reference: reference, figure: value))
    return figure.demand.allows(value)
      ? .success(()) : .failure(ExampleProblem(words: "“\(figure.title)”是\(value.shown)，除不了"))
  }
}

/// What is wrong with a fact of an example, in words.
struct ExampleProblem: Error {
  let words: String
}
