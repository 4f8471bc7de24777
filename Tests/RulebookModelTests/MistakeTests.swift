import RulebookModel
import RulebookText
import Testing

@Suite struct MistakeTests {
  @Test(arguments: Mistake.all)
  func `a mistake is told once, at its place`(_ mistake: Mistake) {
    let outcome = Small.load(mistake.wrong)
    #expect(outcome.diagnostics.map(\.code) == [mistake.code], "\(outcome.diagnostics.map(\.basis))")
    #expect(outcome.diagnostics.first?.words(in: mistake.wrong) == mistake.words)
    #expect((outcome.rulebook == nil) == (outcome.diagnostics.first?.severity == .error))
  }

  @Test(arguments: Mistake.all)
  func `the same rulebook without the mistake is read without a diagnostic`(_ mistake: Mistake) {
    let outcome = Small.load(mistake.right)
    #expect(outcome.diagnostics.map(\.code) == [])
    #expect(outcome.rulebook != nil)
  }

  /// Told by other modules: reading a file from disk (K0101, K0102, K0107) and running examples.
  private static let elsewhere: Set<DiagnosticCode> = [
    .notDecodable, .binaryFile, .otherEncoding, .exampleDiffers, .exampleIncomplete,
  ]

  @Test func `every code of a rulebook has a mistake that gives it`() {
    let families = ["K01", "K02", "K03", "K04", "K05", "K08"]
    let wanted = DiagnosticCode.allCases.filter { families.contains(String($0.rawValue.prefix(3))) }
    let told = Set(Mistake.all.map(\.code))
    #expect(wanted.filter { !told.contains($0) && !Self.elsewhere.contains($0) } == [])
  }

  private static let bannedWords = [
    "语法", "解析", "token", "标识符", "非法", "无效", "异常", "参数", "字符串", "编码点", "未定义", "您", "请",
  ]

  @Test func `messages are short, plain and complete`() {
    let diagnostics = Mistake.all.flatMap { Small.load($0.wrong).diagnostics } + Self.longOnes
    for diagnostic in diagnostics {
      #expect(diagnostic.title.count <= 20, "\(diagnostic.title)")
      #expect(
        !diagnostic.title.isEmpty && !diagnostic.basis.isEmpty && !diagnostic.remedy.isEmpty,
        "\(diagnostic.title)")
      let words = diagnostic.title + diagnostic.basis + diagnostic.remedy
      for banned in Self.bannedWords { #expect(!words.contains(banned), "\(banned) in \(words)") }
    }
  }

  /// The mistakes of the table again, with every name and figure as long as it may be.
  private static var longOnes: [Diagnostic] {
    Mistake.all.flatMap { mistake -> [Diagnostic] in
      let long = String(repeating: "很长的名称", count: 12)
      var text = mistake.wrong
      for (short, words) in [
        ("未报】", long + "】"), ("窗口", long), ("6分", "3.141592653589793分"), ("1分", "0.000123456789分"),
      ] {
        text = Array(text.split(separator: short, omittingEmptySubsequences: false)).joined(separator: words)
      }
      return Small.load(text).diagnostics
    }
  }

  @Test func `rendering any of the mistakes ends and shows its code`() {
    for mistake in Mistake.all {
      let source = SourceText(name: "试.rulebook", mistake.wrong)
      let text = DiagnosticFormat.text.render(
        Resolver.load(source).diagnostics, sources: SourceLibrary([source]))
      #expect(text.contains(mistake.code.rawValue), "\(mistake.code)")
    }
  }
}
