import ExactArithmetic
public import RulebookSyntax
public import RulebookText

/// Turns a tree into a rulebook: headings into items, sentences into clauses, brackets into evidence.
///
/// The passes follow the document: outline (items, head, directives), sentences, clauses, then what needs all of
/// them (其余, 例, bounds), then the checks. Each adds what it finds wrong; a rulebook with errors is not returned.
public enum Resolver {
  /// What reading a rulebook came to.
  public struct Outcome: Sendable {
    /// The rulebook; `nil` where there are errors.
    public var rulebook: Rulebook?
    /// The tree, whatever is wrong with it.
    public var tree: SyntaxTree
    /// What is wrong, in the order of the text.
    public var diagnostics: [Diagnostic]
  }

  /// Reads, resolves and checks a rulebook.
  public static func load(_ source: SourceText) -> Outcome {
    let (tree, problems) = Parser.parse(source)
    var draft = Draft(tree: tree, diagnostics: problems)
    draft.resolve()
    let rulebook = draft.rulebook
    // A wrong example says nothing of the clauses, so they are checked all the same.
    if draft.diagnostics.allSatisfy({ $0.severity != .error || $0.code == .unreadableExample }) {
      draft.diagnostics += Checks.run(
        on: rulebook, tree: tree, sentences: draft.sentences, shared: draft.shared)
    }
    let diagnostics = draft.located(draft.diagnostics).sorted(by: Diagnostic.precedes)
    return Outcome(rulebook: draft.hasErrors ? nil : rulebook, tree: tree, diagnostics: diagnostics)
  }
}

/// What is known of an item while its rulebook is being put together.
struct ItemAside {
  /// Offices stated in its own heading or lines.
  var assessors: [String]?
  /// What phrases say of how much it can lose in all.
  var floorLimits: [FloorLimit] = []
  /// Its floor before 不封顶 and 本项最多扣, which is what the items around it see.
  var floor: Amount?
}

/// A rulebook while it is being put together.
struct Draft {
  let tree: SyntaxTree
  let source: SourceText
  var diagnostics: [Diagnostic]

  // Outline
  var head = Head()
  var items: [Item] = []
  /// The item each line belongs to, in the order of the lines.
  var lineItems: [Int] = []
  /// Where each item's text begins, in ascending order, to give diagnostics their path.
  var itemStarts: [(offset: Int, item: Int)] = []
  /// The headings that 【缺】 names, as paths.
  var absentPaths: [[String]] = []
  var offices: [String] = []
  var officeByName = NameTable()
  var attributes: [UnitAttribute] = []
  var attributeByName = NameTable()
  /// The names that 【共用】 declares.
  var shared: [NameSyntax] = []
  var sharedByName = NameTable()
  /// The figures of 指标表 that rules ask for.
  var references: [ReferenceFigure] = []
  var grants: [(item: Int, syntax: OthersSyntax, place: TextRange)] = []
  var exampleTexts: [(item: Int, text: TextRange, place: TextRange)] = []
  /// What is known of each item but does not belong to the rulebook.
  var asides: [ItemAside] = []

  // Sentences and clauses
  var sentences: [Sentence] = []
  var evidence: [EvidenceDraft] = []
  var evidenceByName = NameTable()
  /// How many unknown names will still be compared with all known ones.
  var suggestionsLeft = 100
  /// Items of which it has been said that their 适用 overlap, though they use the same evidence.
  var overlapsTold: Set<[Int]> = []
  /// Headings without points of which it has been said that a clause below them has no item.
  var pointless: Set<Int> = []
  var clauseDrafts: [ClauseDraft] = []
  /// 免扣: what makes nothing of which evidence, or of the clause with that number.
  var waivers: [WaiverDraft] = []
  /// 倍数, with the item they stand in.
  var multipliers: [(item: Int, syntax: MultiplierSyntax, place: TextRange)] = []
  var matterGroups: [MatterGroup] = []
  /// The clauses that each draft has become.
  var loweredClauses: [Range<Int>] = []
  var clauses: [Clause] = []
  /// Which evidence fills the points of which item (得), and which takes away there, as one number for both.
  var earningUses: Set<Int> = []
  var takingUses: Set<Int> = []
  var outcomeDrafts: [OutcomeDraft] = []
  /// 【总得分】 that still waits for what it comes to.
  var openTotal: QuotaTerms?
  /// 并列, as it stands.
  var tieSyntax: (ties: [TieSyntax], item: Int, place: TextRange)?
  var outcomes = OutcomeScheme()
  var examples: [Example] = []
  /// The items in the order in which they can be worked out.
  var order: [Int] = []
  /// The items by the names of their scores.
  var scoreNames: [FoldedName: Int] = [:]
  /// 权重, with the item in whose text it stands.
  var weights: [(item: Int, target: NameSyntax, share: Rational)] = []

  init(tree: SyntaxTree, diagnostics: [Diagnostic]) {
    self.tree = tree
    self.source = tree.source
    self.diagnostics = diagnostics
  }

  mutating func resolve() {
    readOutline()
    inheritWorth()
    inheritPeriods()
    inheritAssessors()
    readSentences()
    collectClauses()
    inferKinds()
    inferOutcomeKinds()
    readDefinitions()
    readClauses()
    readMultipliers()
    readWaivers()
    readMatters()
    settleAxes()
    readOutcomes()
    settleReferences()
    settleEvidence()
    orderItems()
    readGrants()
    readWeights()
    checkComputedItems()
    settleBounds()
    readExamples()
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether a heading could not be read, so that what stands below it has lost its points and its office.
  var hasHeadingErrors: Bool {
    diagnostics.contains {
      [
        .lookAlikeNumeral, .untitledRow, .unreadTail, .badDirectiveValue, .headingMark, .headingGap,
        .headingRepeated,
      ]
      .contains($0.code)
    }
  }

  /// Whether an 适用 could not be read, so that its item counts as one for every unit.
  var hasUnreadApplicability: Bool {
    diagnostics.contains { [.unknownAttribute, .attributeValue].contains($0.code) }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  func label(_ range: TextRange, _ text: String = "") -> Label {
    Label(file: source.name, range: range, text: text)
  }

  /// The diagnostics with the path of the item each stands in.
  func located(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      guard diagnostic.path.isEmpty, let item = item(at: diagnostic.primary.range.start) else {
        return diagnostic
      }
      var located = diagnostic
      located.path = items[item].path
      return located
    }
  }

  /// The item whose text `offset` lies in.
  private func item(at offset: Int) -> Int? {
    var low = 0
    var high = itemStarts.count
    while low < high {
      let middle = (low + high) / 2
      if itemStarts[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : itemStarts[low - 1].item
  }

  /// The rulebook as far as it has been put together.
  var rulebook: Rulebook {
    var rulebook = Rulebook(
      source: source, title: head.title ?? "", year: head.year ?? 0, total: head.total,
      rounding: head.rounding,
      measureWords: head.measureWords, attributes: attributes, group: head.group, offices: offices,
      evidence: evidence.map(\.evidence), references: references, items: items,
      clauses: clauses, outcomes: outcomes, examples: examples, matterGroups: matterGroups)
    rulebook.order = order
    if let place = head.yearPlace { rulebook.yearPlace = place }
    return rulebook
  }
}
